using Renkei.Activities.Connector;
using Renkei.Bot.People;
using Renkei.Domain;
using Renkei.Domain.People;

namespace Renkei.Bot.Notices;

/// <summary>Finds out where a notice goes and whether its reader wants it now.</summary>
internal sealed class NoticeRecipients(PeopleStore people, NoticeClock clock)
{
    private const int Attempts = 5;

    /// <summary>Where to, or why not.</summary>
    public async ValueTask<NoticeRecipient> FindAsync(string tenantId, Notice notice, CancellationToken ct)
    {
        if (notice.To is NoticeTarget.Conversation conversation)
        {
            return new NoticeRecipient.Reachable(conversation.Address, new(Language.Japanese, "", null));
        }
        PersonId id = new(tenantId, ((NoticeTarget.Person)notice.To).ObjectId);
        if (await people.FindAsync(id, ct) is not { Contact: { } contact } record)
        {
            return new NoticeRecipient.Unreached(NoticeReason.NeverWrote);
        }
        if (record.Notices.OptedOut.Contains(notice.Category))
        {
            return new NoticeRecipient.Unwilling();
        }
        if (!contact.CanBeReached)
        {
            return new NoticeRecipient.Unreached(
                contact.Unreachable?.Why switch
                {
                    UnreachableReason.Blocked => NoticeReason.Blocked,
                    UnreachableReason.Gone => NoticeReason.Gone,
                    _ => NoticeReason.Uninstalled,
                }
            );
        }
        DateTimeOffset now = clock.Now;
        DateTimeOffset loud = record.Notices.QuietUntil(now);
        return loud > now
            ? new NoticeRecipient.Quiet(loud)
            : new NoticeRecipient.Reachable(contact.Address, new(contact.Language, contact.UserId, record));
    }

    /// <summary>Keeps the address of a conversation that was opened anew.</summary>
    public ValueTask MovedAsync(NoticeReader reader, ConversationAddress to, CancellationToken ct) =>
        ChangeAsync(reader, contact => contact with { Address = to }, ct);

    /// <summary>Notes that somebody cannot be reached until they write again.</summary>
    public ValueTask UnreachableAsync(NoticeReader reader, UnreachableReason why, CancellationToken ct) =>
        ChangeAsync(reader, contact => contact with { Unreachable = new(why, clock.Now) }, ct);

    private async ValueTask ChangeAsync(NoticeReader reader, Func<Contact, Contact> change, CancellationToken ct)
    {
        if (reader.Person is not { Contact: { } seen } person)
        {
            return;
        }
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            // Whoever has another address meanwhile wrote from there: what Teams said was about the old one.
            if (
                await people.FindAsync(person.Id, ct) is not { Contact: { } contact } record
                || contact != seen
                || await people.TryReplaceAsync(record, record with { Contact = change(contact) }, ct)
            )
            {
                return;
            }
        }
    }
}

/// <summary>Where a notice goes, or why it does not.</summary>
internal abstract record NoticeRecipient
{
    private NoticeRecipient() { }

    /// <summary>It can be sent now.</summary>
    public sealed record Reachable(ConversationAddress Address, NoticeReader Reader) : NoticeRecipient;

    /// <summary>Not before then (UTC).</summary>
    public sealed record Quiet(DateTimeOffset Until) : NoticeRecipient;

    /// <summary>Its reader opted out.</summary>
    public sealed record Unwilling : NoticeRecipient;

    /// <summary>There is nowhere to send it.</summary>
    public sealed record Unreached(NoticeReason Reason) : NoticeRecipient;
}
