using System.Text.Json;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Tables;

namespace Renkei.Bot.People;

/// <summary>
/// The people of an installation. Partition <c>people~{tenant}</c>: <c>p~{object id}</c> is the truth about a person,
/// <c>m~{centre}~{role}~{object id}</c> beside it lists who works where (centre <c>-</c> for head office and administrators), and
/// <c>q~{object id}</c> who waits for a role; all change in one commit.
/// </summary>
internal sealed class PeopleStore(ITable table, Organisation places)
{
    private readonly DecodedRows<PersonRecord> decoded = new(capacity: 2_000);

    /// <summary>The record, or <see langword="null"/> for somebody Renkei never met.</summary>
    public async ValueTask<PersonRecord?> FindAsync(PersonId id, CancellationToken ct)
    {
        TableRow? row = await table.FindAsync(Key(id), ct);
        return row is null
            ? null
            : decoded.Of(row, (id, places), static (row, of) => PersonRow.Read(of.id, row, of.places));
    }

    /// <summary>Adds somebody met for the first time.</summary>
    /// <returns>Whether this call added them: of two at once only one does.</returns>
    public async ValueTask<bool> TryAddAsync(PersonRecord record, CancellationToken ct)
    {
        List<TableChange> changes = [new TableChange.Insert(Key(record.Id), PersonRow.Of(record).ToBytes())];
        if (record.Person is { } person)
        {
            changes.Add(PlaceOf(person));
        }
        return await TryCommitAsync(changes, ct);
    }

    /// <summary>Replaces what was read with <paramref name="next"/>.</summary>
    /// <returns>Whether it was still as it had been read.</returns>
    public async ValueTask<bool> TryReplaceAsync(PersonRecord read, PersonRecord next, CancellationToken ct)
    {
        List<TableChange> changes = [new TableChange.Replace(Key(read.Id), PersonRow.Of(next).ToBytes(), read.ETag)];
        RowKey? before = read.Person is { } was ? PlaceKey(was) : null;
        RowKey? after = next.Person is { } now ? PlaceKey(now) : null;
        if (before is not null && before != after)
        {
            await AddRemovalAsync(before, changes, ct);
        }
        if (next.Person is { } person)
        {
            changes.Add(PlaceOf(person));
        }
        if (next.Requested is { } request)
        {
            changes.Add(
                new TableChange.Put(
                    RequestKey(next.Id),
                    RowBody.Write(new(next.Name, request), PeopleJson.Default.RequestRow)
                )
            );
        }
        else if (read.Requested is not null)
        {
            await AddRemovalAsync(RequestKey(read.Id), changes, ct);
        }
        return await TryCommitAsync(changes, ct);
    }

    /// <summary>Who waits for a role, and for which.</summary>
    public async Task<IReadOnlyList<WaitingRequest>> WaitingAsync(string tenantId, CancellationToken ct)
    {
        List<WaitingRequest> waiting = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(Partition(tenantId), "q~"), ct))
        {
            RequestRow stored = RowBody.Read(row, PeopleJson.Default.RequestRow);
            waiting.Add(new(new(row.Key.Row[2..], stored.Name), stored.Request));
        }
        return waiting;
    }

    /// <summary>The people of a centre, by role and then by object id.</summary>
    public async Task<IReadOnlyList<PersonRef>> OfCentreAsync(
        string tenantId,
        string centreCode,
        CancellationToken ct
    ) => await ListAsync(tenantId, $"m~{centreCode}~", _ => true, ct);

    /// <summary>The people of a centre with what they are there, by role and then by object id.</summary>
    public async Task<IReadOnlyList<CentreMember>> MembersOfCentreAsync(
        string tenantId,
        string centreCode,
        CancellationToken ct
    )
    {
        string prefix = $"m~{centreCode}~";
        List<CentreMember> members = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(Partition(tenantId), prefix), ct))
        {
            if (row.Key.Row[prefix.Length..].Split('~') is [var role, var objectId])
            {
                PlaceRow place = RowBody.Read(row, PeopleJson.Default.PlaceRow);
                members.Add(new(new(objectId, place.Name), Enum.Parse<Role>(role), place.Municipality));
            }
        }
        return members;
    }

    /// <summary>Who has a role: at a centre, or in the whole installation for head office and administrators.</summary>
    public async Task<IReadOnlyList<PersonRef>> WithRoleAsync(
        string tenantId,
        Role role,
        string? centreCode,
        CancellationToken ct
    ) => await ListAsync(tenantId, $"m~{centreCode ?? "-"}~{role}~", _ => true, ct);

    /// <summary>The head office of a prefecture, by object id.</summary>
    public async Task<IReadOnlyList<PersonRef>> HeadOfficeAsync(
        string tenantId,
        string prefectureCode,
        CancellationToken ct
    ) =>
        await ListAsync(
            tenantId,
            $"m~-~{Role.HeadOffice}~",
            place => PersonRow.PrefectureOf(place.Prefecture, places) == prefectureCode,
            ct
        );

    private async Task<IReadOnlyList<PersonRef>> ListAsync(
        string tenantId,
        string prefix,
        Func<PlaceRow, bool> isMeant,
        CancellationToken ct
    )
    {
        List<PersonRef> people = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(Partition(tenantId), prefix), ct))
        {
            PlaceRow place = RowBody.Read(row, PeopleJson.Default.PlaceRow);
            if (isMeant(place))
            {
                people.Add(new(row.Key.Row[(row.Key.Row.LastIndexOf('~') + 1)..], place.Name));
            }
        }
        return people;
    }

    private async ValueTask AddRemovalAsync(RowKey key, List<TableChange> changes, CancellationToken ct)
    {
        if (await table.FindAsync(key, ct) is { } row)
        {
            changes.Add(new TableChange.Delete(key, row.ETag));
        }
    }

    private async ValueTask<bool> TryCommitAsync(List<TableChange> changes, CancellationToken ct)
    {
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

    private static TableChange.Put PlaceOf(Person person) =>
        new(
            PlaceKey(person),
            RowBody.Write(
                new PlaceRow(person.Name, person.MunicipalityCode, person.Area?.PrefectureCode),
                PeopleJson.Default.PlaceRow
            )
        );

    private static RowKey PlaceKey(Person person) =>
        new(Partition(person.Id.TenantId), $"m~{person.CentreCode ?? "-"}~{person.Role}~{person.Id.ObjectId}");

    private static RowKey RequestKey(PersonId id) => new(Partition(id.TenantId), $"q~{id.ObjectId}");

    private static RowKey Key(PersonId id) => new(Partition(id.TenantId), $"p~{id.ObjectId}");

    private static string Partition(string tenantId) => $"people~{tenantId}";
}

/// <summary>Somebody who waits for a role.</summary>
internal sealed record WaitingRequest(PersonRef Who, RoleRequest Request);

/// <summary>Somebody of a centre's area.</summary>
/// <param name="Who">Who.</param>
/// <param name="Role">What they are.</param>
/// <param name="MunicipalityCode">For municipal staff; <see langword="null"/> for the others.</param>
internal sealed record CentreMember(PersonRef Who, Role Role, string? MunicipalityCode)
{
    /// <summary>Whether they prepare councils of the centre.</summary>
    public bool PreparesCouncils => Role is Role.Nurse or Role.Coordinator;
}
