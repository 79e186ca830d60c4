using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Activities.Turns;
using Renkei.Tables;

namespace Renkei.Bot.Groups;

/// <summary>
/// The group chats and channels Renkei was added to. Partition <c>groups~{tenant}</c>: <c>g~{id}</c> is the conversation,
/// <c>c~{centre}~{id}</c> beside it lists it for a centre of which somebody wrote there; both change in one commit.
/// </summary>
/// <remarks>
/// What a centre may choose from are the conversations one of its own people was seen in, never those of another centre: names of chats
/// tell more than they seem to. Whether the one who chooses is a member is asked of Teams when something is posted.
/// </remarks>
internal sealed class GroupStore(ITable table)
{
    /// <summary>Stands for the centre of people who have none: head office and administrators.</summary>
    public const string NoCentre = "-";

    private const int Attempts = 5;
    private const int Remembered = 5_000;
    private const int Listed = 50;

    // What is stored already, so that most turns cost nothing here; the store is the truth.
    private readonly ConcurrentDictionary<(string Tenant, string Group, string Centre), string> seen = new();

    /// <summary>Adds the conversation of a turn.</summary>
    /// <returns>Whether it was new.</returns>
    public async ValueTask<bool> TryAddAsync(Turn turn, CancellationToken ct)
    {
        Group group = Group.Of(turn);
        try
        {
            await table.CommitAsync([new TableChange.Insert(Key(turn.TenantId, group.Id), BytesOf(group))], ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>Notes that somebody of a centre wrote in the conversation of a turn; costs nothing where that is known.</summary>
    /// <param name="turn">A turn in a group chat or a channel.</param>
    /// <param name="centreCode">The centre; <see langword="null"/> for people without one.</param>
    /// <param name="ct">Cancels the call.</param>
    public async ValueTask SeenAsync(Turn turn, string? centreCode, CancellationToken ct)
    {
        Group now = Group.Of(turn);
        string centre = centreCode ?? NoCentre;
        (string, string, string) known = (turn.TenantId, now.Id, centre);
        string told = string.Join('\n', now.Address.ServiceUrl, now.Name, now.Team);
        if (seen.TryGetValue(known, out string? before) && before == told)
        {
            return;
        }
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            TableRow? row = await table.FindAsync(Key(turn.TenantId, now.Id), ct);
            Group stored = row is null ? now : Read(row);
            Group next = stored.Knowing(now);
            next = next.Centres.Contains(centre) ? next : next with { Centres = [.. next.Centres, centre] };
            ReadOnlyMemory<byte> body = BytesOf(next);
            if (row is not null && body.Span.SequenceEqual(row.Body.Span))
            {
                break;
            }
            if (await TryCommitAsync(turn.TenantId, row, next, body, ct))
            {
                break;
            }
        }
        if (seen.Count > Remembered)
        {
            seen.Clear();
        }
        seen[known] = told;
    }

    /// <summary>The conversations somebody of a centre was seen in, at most fifty, by name.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="centreCode">The centre; <see langword="null"/> for people without one.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<Group>> ListAsync(string tenantId, string? centreCode, CancellationToken ct)
    {
        List<Group> groups = [];
        TableQuery query = TableQuery.Prefix(Partition(tenantId), $"c~{centreCode ?? NoCentre}~").Take(Listed);
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            groups.Add(Read(row));
        }
        groups.Sort((a, b) => string.CompareOrdinal(a.Label, b.Label));
        return groups;
    }

    /// <summary>Forgets the conversation of a turn: Renkei was taken out of it.</summary>
    public async ValueTask RemoveAsync(Turn turn, CancellationToken ct)
    {
        Group group = Group.Of(turn);
        foreach ((string Tenant, string Group, string Centre) known in seen.Keys.Where(k => k.Group == group.Id))
        {
            seen.TryRemove(known, out _);
        }
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await table.FindAsync(Key(turn.TenantId, group.Id), ct) is not { } row)
            {
                return;
            }
            List<TableChange> changes = [new TableChange.Delete(row.Key, row.ETag)];
            foreach (string centre in Read(row).Centres)
            {
                if (await table.FindAsync(CentreKey(turn.TenantId, centre, group.Id), ct) is { } listed)
                {
                    changes.Add(new TableChange.Delete(listed.Key, listed.ETag));
                }
            }
            try
            {
                await table.CommitAsync(changes, ct);
                return;
            }
            catch (TableConflictException)
            {
                // Somebody wrote there at the same moment; what stands now is read again.
            }
        }
    }

    private async ValueTask<bool> TryCommitAsync(
        string tenantId,
        TableRow? row,
        Group next,
        ReadOnlyMemory<byte> body,
        CancellationToken ct
    )
    {
        RowKey key = Key(tenantId, next.Id);
        List<TableChange> changes =
        [
            row is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, row.ETag),
            // Each centre's list shows the newest name.
            .. next.Centres.Select(c => new TableChange.Put(CentreKey(tenantId, c, next.Id), body)),
        ];
        try
        {
            await table.CommitAsync(changes, ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static Group Read(TableRow row) => RowBody.Read(row, GroupJson.Default.Group);

    private static ReadOnlyMemory<byte> BytesOf(Group group) => RowBody.Write(group, GroupJson.Default.Group);

    private static RowKey Key(string tenantId, string id) => new(Partition(tenantId), $"g~{id}");

    private static RowKey CentreKey(string tenantId, string centre, string id) =>
        new(Partition(tenantId), $"c~{centre}~{id}");

    private static string Partition(string tenantId) => $"groups~{tenantId}";
}

[JsonSerializable(typeof(Group))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class GroupJson : JsonSerializerContext;
