using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.Councils;
using Renkei.Tables;

namespace Renkei.Bot.Councils;

/// <summary>
/// What is known of the invitation files (.ics) of a council: a row <c>v~{council}</c> beside it. Mail programs tell versions of a meeting
/// apart by their number, so that number has to be kept; the file itself is not.
/// </summary>
internal sealed class MailInvitations(ITable table)
{
    private const int Attempts = 8;

    /// <summary>What was handed out for a council; <see langword="null"/> where nothing was, and nobody named an address.</summary>
    public async ValueTask<MailInvitation?> FindAsync(string tenantId, CouncilId id, CancellationToken ct) =>
        await table.FindAsync(Key(tenantId, id), ct) is { } row ? Read(row) : null;

    /// <summary>Keeps who gets the answers to a council's files.</summary>
    public Task KeepOrganiserAsync(string tenantId, CouncilId id, string name, string address, CancellationToken ct) =>
        ChangeAsync(tenantId, id, i => i with { OrganiserName = name, OrganiserAddress = address }, ct);

    /// <summary>A version of a council's file is handed out: a new one where time, place or the council itself changed since the last.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="council">The council as it stands; its date is set.</param>
    /// <param name="recipients">Who is named in the file.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task<MailInvitation> HandOutAsync(
        string tenantId,
        Council council,
        IReadOnlyList<MailRecipient> recipients,
        CancellationToken ct
    ) => ChangeAsync(tenantId, council.Id, i => i.HandedOut(council, recipients), ct);

    private async Task<MailInvitation> ChangeAsync(
        string tenantId,
        CouncilId id,
        Func<MailInvitation, MailInvitation> change,
        CancellationToken ct
    )
    {
        RowKey key = Key(tenantId, id);
        for (int attempt = 1; ; attempt++)
        {
            TableRow? row = await table.FindAsync(key, ct);
            MailInvitation next = change(row is null ? MailInvitation.New : Read(row));
            ReadOnlyMemory<byte> body = RowBody.Write(next, MailInvitationJson.Default.MailInvitation);
            if (row is not null && row.Body.Span.SequenceEqual(body.Span))
            {
                return next;
            }
            try
            {
                await table.CommitAsync(
                    [row is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, row.ETag)],
                    ct
                );
                return next;
            }
            catch (TableConflictException) when (attempt < Attempts)
            {
                // Somebody handed a file out at the same moment; what they made of it is read again.
            }
        }
    }

    private static MailInvitation Read(TableRow row) => RowBody.Read(row, MailInvitationJson.Default.MailInvitation);

    private static RowKey Key(string tenantId, CouncilId id) =>
        new(CouncilKeys.Partition(tenantId, id.CentreCode), $"v~{id.Name}");
}

/// <summary>The newest invitation file of a council.</summary>
/// <param name="Sequence">Its version number, from 0; -1 before the first was handed out.</param>
/// <param name="IsCancelled">Whether it calls the meeting off.</param>
/// <param name="When">The time in it; <see langword="null"/> before the first was handed out.</param>
/// <param name="Place">The room in it.</param>
/// <param name="OnlineLink">The online address in it.</param>
/// <param name="OrganiserName">Who gets the answers.</param>
/// <param name="OrganiserAddress">Their mail address; empty until somebody named one.</param>
/// <param name="Recipients">Everybody who was named in a version, as they were then.</param>
internal sealed record MailInvitation(
    int Sequence,
    bool IsCancelled,
    MeetingTime? When,
    string Place,
    string OnlineLink,
    string OrganiserName,
    string OrganiserAddress,
    IReadOnlyList<MailRecipient> Recipients
)
{
    /// <summary>Before anything was handed out.</summary>
    public static MailInvitation New { get; } = new(-1, false, null, "", "", "", "", []);

    /// <summary>Whether a file is in somebody's hands.</summary>
    public bool IsOut => Sequence >= 0;

    /// <summary>Whether a file says what is true of the council now.</summary>
    public bool IsCurrent(Council council) =>
        IsOut
        && When == council.When
        && Place == council.Place
        && OnlineLink == council.OnlineLink
        && IsCancelled == (council.Status == CouncilStatus.Cancelled);

    /// <summary>The version that goes out now.</summary>
    public MailInvitation HandedOut(Council council, IReadOnlyList<MailRecipient> recipients) =>
        this with
        {
            Sequence = IsCurrent(council) ? Sequence : Sequence + 1,
            IsCancelled = council.Status == CouncilStatus.Cancelled,
            When = council.When,
            Place = council.Place,
            OnlineLink = council.OnlineLink,
            Recipients =
            [
                .. Recipients.Where(r => !recipients.Any(n => n.ParticipantId == r.ParticipantId)),
                .. recipients,
            ],
        };
}

/// <summary>Somebody who was named in an invitation file.</summary>
/// <param name="ParticipantId">Their id in the council.</param>
/// <param name="Name">As shown.</param>
/// <param name="Address">Their mail address.</param>
internal sealed record MailRecipient(string ParticipantId, string Name, string Address);

[JsonSerializable(typeof(MailInvitation))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
internal sealed partial class MailInvitationJson : JsonSerializerContext;
