using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.People;
using Renkei.Tables;

namespace Renkei.Bot.Downloads;

/// <summary>
/// What was offered to whom and what became of it: one small row a person (partition <c>downloads~{tenant}</c>) with the newest offers,
/// so that a repeated press offers nothing twice and a repeated answer uploads nothing twice. No file is kept.
/// </summary>
internal sealed class DownloadLedger(ITable table, TimeProvider clock)
{
    /// <summary>Offers remembered for a person.</summary>
    public const int Remembered = 20;

    /// <summary>How long the same button on the same card means the same offer.</summary>
    public static readonly TimeSpan SamePress = TimeSpan.FromMinutes(2);

    /// <summary>How long an upload is believed to go on; longer than a turn may take.</summary>
    public static readonly TimeSpan Uploading = TimeSpan.FromSeconds(30);

    private const int Attempts = 8;

    /// <summary>Begins an offer.</summary>
    /// <param name="person">To whom.</param>
    /// <param name="press">The token of the card and what is offered: equal for a repeat of the same press.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The offer's id; <see langword="null"/> where this press was answered just now.</returns>
    public async Task<string?> BeginAsync(PersonId person, string press, CancellationToken ct)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        bool isRepeat = false;
        await ChangeAsync(
            person,
            offers =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                isRepeat = offers.Any(o => o.Press == press && now - o.At < SamePress);
                return isRepeat ? offers : [new(id, press, now), .. offers.Take(Remembered - 1)];
            },
            ct
        );
        return isRepeat ? null : id;
    }

    /// <summary>Takes back an offer that did not reach the person.</summary>
    public Task ForgetAsync(PersonId person, string id, CancellationToken ct) =>
        ChangeAsync(person, offers => [.. offers.Where(o => o.Id != id)], ct);

    /// <summary>Takes the upload of an accepted offer upon oneself.</summary>
    /// <returns>Whether to upload: not where it was done, or somebody else is at it.</returns>
    public async Task<bool> TakeAsync(PersonId person, string id, CancellationToken ct)
    {
        bool isMine = false;
        await ChangeAsync(
            person,
            offers =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                Offer offer = offers.FirstOrDefault(o => o.Id == id) ?? new(id, "", now);
                isMine = !offer.IsThere && !(now - offer.TakenAt < Uploading);
                return isMine
                    ? [offer with { TakenAt = now }, .. offers.Where(o => o.Id != id).Take(Remembered - 1)]
                    : offers;
            },
            ct
        );
        return isMine;
    }

    /// <summary>The file of an offer is where it belongs.</summary>
    public Task DoneAsync(PersonId person, string id, CancellationToken ct) =>
        ChangeAsync(person, offers => [.. offers.Select(o => o.Id == id ? o with { IsThere = true } : o)], ct);

    /// <summary>The upload failed; another answer to the offer may try again.</summary>
    public Task ReleaseAsync(PersonId person, string id, CancellationToken ct) =>
        ChangeAsync(person, offers => [.. offers.Select(o => o.Id == id ? o with { TakenAt = null } : o)], ct);

    private async Task ChangeAsync(
        PersonId person,
        Func<IReadOnlyList<Offer>, IReadOnlyList<Offer>> change,
        CancellationToken ct
    )
    {
        RowKey key = new($"downloads~{person.TenantId}", person.ObjectId);
        for (int attempt = 1; ; attempt++)
        {
            TableRow? row = await table.FindAsync(key, ct);
            IReadOnlyList<Offer> before = row is null ? [] : RowBody.Read(row, DownloadJson.Default.OfferRow).Offers;
            IReadOnlyList<Offer> after = change(before);
            if (ReferenceEquals(after, before))
            {
                return;
            }
            ReadOnlyMemory<byte> body = RowBody.Write(new(after), DownloadJson.Default.OfferRow);
            try
            {
                await table.CommitAsync(
                    [row is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, row.ETag)],
                    ct
                );
                return;
            }
            catch (TableConflictException) when (attempt < Attempts)
            {
                // The same person pressed somewhere else at once; what they made of it is read again.
            }
        }
    }
}

/// <summary>What a person was offered, newest first.</summary>
internal sealed record OfferRow(IReadOnlyList<Offer> Offers);

/// <summary>One offer.</summary>
/// <param name="Id">Travels with the consent card.</param>
/// <param name="Press">The press it came from.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="TakenAt">When the upload began (UTC); <see langword="null"/> before, and after it failed.</param>
/// <param name="IsThere">Whether the file is uploaded.</param>
internal sealed record Offer(
    string Id,
    string Press,
    DateTimeOffset At,
    DateTimeOffset? TakenAt = null,
    bool IsThere = false
);

[JsonSerializable(typeof(OfferRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
internal sealed partial class DownloadJson : JsonSerializerContext;
