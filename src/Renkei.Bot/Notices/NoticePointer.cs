using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>"Look at this owner then": a row <c>{due UTC}~{kind}~{owner}</c> of partition <c>due~{tenant}</c>, in the order of time.</summary>
/// <param name="Key">The row.</param>
/// <param name="DueAt">When to look (the time everybody sees, in whole milliseconds).</param>
/// <param name="Kind">Kind of the owner.</param>
/// <param name="Owner">Its id.</param>
/// <param name="WrittenAt">
/// Real time at which whoever changes the owner wrote it, before their commit; <see langword="null"/> when a dispatcher wrote it, with no
/// commit to follow.
/// </param>
/// <param name="RestsUntil">Real time before which nobody looks: somebody does already, or did and saw nothing yet.</param>
/// <param name="ETag">The version that was read.</param>
internal sealed record NoticePointer(
    RowKey Key,
    DateTimeOffset DueAt,
    string Kind,
    string Owner,
    DateTimeOffset? WrittenAt,
    DateTimeOffset? RestsUntil,
    RowETag ETag
)
{
    private const string Format = "yyyyMMddHHmmssfff";

    /// <summary>The row's partition.</summary>
    public static string Partition(string tenantId) => $"due~{tenantId}";

    /// <summary>How a time begins a row key; rounded up to the millisecond, so that whoever looks then finds it due.</summary>
    public static string Prefix(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        long rest = ticks % TimeSpan.TicksPerMillisecond;
        long whole = rest == 0 ? ticks : ticks - rest + TimeSpan.TicksPerMillisecond;
        return new DateTime(whole, DateTimeKind.Utc).ToString(Format, CultureInfo.InvariantCulture);
    }

    /// <summary>The row of an owner at a time.</summary>
    /// <exception cref="ArgumentException">The kind or the owner's id holds a <c>~</c>, which parts the key.</exception>
    public static RowKey KeyOf(string tenantId, DateTimeOffset dueAt, string kind, string owner) =>
        kind.Contains('~', StringComparison.Ordinal) || owner.Contains('~', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{kind}' or '{owner}' holds a ~.", nameof(owner))
            : new(Partition(tenantId), $"{Prefix(dueAt)}~{kind}~{owner}");

    /// <summary>Reads a row.</summary>
    public static NoticePointer Read(TableRow row)
    {
        string[] parts = row.Key.Row.Split('~');
        PointerRow stored = RowBody.Read(row, PointerJson.Default.PointerRow);
        DateTimeOffset due = DateTimeOffset.ParseExact(
            parts[0],
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        return new(row.Key, due, parts[1], parts[2], stored.WrittenAt, stored.RestsUntil, row.ETag);
    }

    /// <summary>The stored form.</summary>
    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(new(WrittenAt, RestsUntil), PointerJson.Default.PointerRow);
}

/// <summary>The stored form of a <see cref="NoticePointer"/>; the rest is in its key.</summary>
internal sealed record PointerRow(DateTimeOffset? WrittenAt, DateTimeOffset? RestsUntil);

[JsonSerializable(typeof(PointerRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class PointerJson : JsonSerializerContext;
