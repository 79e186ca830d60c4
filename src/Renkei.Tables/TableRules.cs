using System.Buffers;
using System.Text.Unicode;

namespace Renkei.Tables;

/// <summary>
/// The checks of keys and limits that every back end makes before anything is sent, so that what one takes the others take
/// (protocols: Azure Tables, sections 8 and 9). All of them throw <see cref="ArgumentException"/>.
/// </summary>
public static class TableRules
{
    // / \ # ? are refused by Azure; % and + are read differently by the services and proxies on the way.
    private static readonly SearchValues<char> RefusedInKeys = SearchValues.Create([
        .. @"/\#?%+",
        .. Enumerable.Range(0x00, 0x20).Select(c => (char)c),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        // Not characters; without them every prefix has a next key.
        '\uFFFE',
        '\uFFFF',
    ]);

    private static readonly SearchValues<byte> LongerInJson = SearchValues.Create([
        .. "\"\\"u8,
        .. Enumerable.Range(0x00, 0x20).Select(c => (byte)c),
    ]);

    /// <summary>Checks both parts of a key against the rules of <see cref="RowKey"/>.</summary>
    /// <exception cref="ArgumentException">A part breaks a rule; the message does not repeat it.</exception>
    public static void Check(RowKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        CheckKeyPart(key.Partition, nameof(key));
        CheckKeyPart(key.Row, nameof(key));
    }

    /// <summary>Checks the partition and the ends of a range, which follow the rules of keys too.</summary>
    /// <exception cref="ArgumentException">One of them breaks a rule.</exception>
    public static void Check(TableQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckKeyPart(query.Partition, nameof(query));
        if (query.From is { } from)
        {
            CheckKeyPart(from, nameof(query));
        }

        if (query.Before is { } before)
        {
            CheckKeyPart(before, nameof(query));
        }
    }

    /// <summary>
    /// Checks a commit: 1 to <see cref="TableLimits.ChangesPerCommit"/> changes, one partition, each row once, keys, bodies
    /// (UTF-8, 1 to <see cref="TableLimits.BodyBytes"/> bytes, together <see cref="TableLimits.CommitBytes"/>) and versions.
    /// </summary>
    /// <exception cref="ArgumentException">One of the rules is broken.</exception>
    public static void Check(IReadOnlyList<TableChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > TableLimits.ChangesPerCommit)
        {
            throw new ArgumentException(
                $"A commit has 1 to {TableLimits.ChangesPerCommit} changes, not {changes.Count}.",
                nameof(changes)
            );
        }

        int bytes = 0;
        foreach (TableChange change in changes)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            Check(change.Key);
            bytes += change switch
            {
                TableChange.Insert insert => CheckBody(insert.Body.Span),
                TableChange.Put put => CheckBody(put.Body.Span),
                TableChange.Replace replace => CheckBody(replace.Body.Span) + CheckVersion(replace.IfMatch),
                TableChange.Delete delete => CheckVersion(delete.IfMatch),
                _ => throw new ArgumentException("An unknown kind of change.", nameof(changes)),
            };
        }

        if (bytes > TableLimits.CommitBytes)
        {
            throw new ArgumentException(
                $"The documents of a commit have {bytes} bytes together, more than {TableLimits.CommitBytes}.",
                nameof(changes)
            );
        }

        if (changes.Count > 1)
        {
            CheckRowsApart(changes);
        }
    }

    private static void CheckKeyPart(string part, string parameter)
    {
        if (part is null || part.Length is 0 or > TableLimits.KeyLength)
        {
            throw new ArgumentException(
                $"A part of a key has 1 to {TableLimits.KeyLength} characters, not {part?.Length ?? 0}.",
                parameter
            );
        }

        int refused = part.AsSpan().IndexOfAny(RefusedInKeys);
        if (refused >= 0)
        {
            throw new ArgumentException(
                $"A part of a key holds U+{(int)part[refused]:X4} at {refused}, which keys may not.",
                parameter
            );
        }

        if (part.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 && HasLoneSurrogate(part))
        {
            throw new ArgumentException("A part of a key holds half of a surrogate pair.", parameter);
        }
    }

    private static bool HasLoneSurrogate(string part)
    {
        for (int i = 0; i < part.Length; i++)
        {
            if (char.IsSurrogate(part[i]))
            {
                if (!(i + 1 < part.Length && char.IsSurrogatePair(part[i], part[i + 1])))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }

    /// <summary>The bytes the document takes as a JSON string, which is how Azure Tables is sent it.</summary>
    private static int CheckBody(ReadOnlySpan<byte> body)
    {
        if (body.Length is 0 or > TableLimits.BodyBytes)
        {
            throw new ArgumentException(
                $"A document has 1 to {TableLimits.BodyBytes} bytes, not {body.Length}.",
                nameof(body)
            );
        }

        if (!Utf8.IsValid(body))
        {
            throw new ArgumentException("A document is not UTF-8.", nameof(body));
        }

        int bytes = body.Length;
        for (
            int longer = body.IndexOfAny(LongerInJson);
            longer >= 0;
            body = body[(longer + 1)..], longer = body.IndexOfAny(LongerInJson)
        )
        {
            bytes += body[longer] < 0x20 ? "\\u0000".Length - 1 : 1;
        }

        return bytes;
    }

    private static int CheckVersion(RowETag version) =>
        string.IsNullOrEmpty(version.Value) || version.Value == "*"
            ? throw new ArgumentException(
                "A version is one that was read; overwriting whatever is there is a Put.",
                nameof(version)
            )
            : 0;

    private static void CheckRowsApart(IReadOnlyList<TableChange> changes)
    {
        string partition = changes[0].Key.Partition;
        HashSet<string> rows = new(changes.Count, StringComparer.Ordinal);
        foreach (TableChange change in changes)
        {
            if (!string.Equals(change.Key.Partition, partition, StringComparison.Ordinal))
            {
                throw new ArgumentException("The changes of a commit are in one partition.", nameof(changes));
            }

            if (!rows.Add(change.Key.Row))
            {
                throw new ArgumentException("A commit changes each row once.", nameof(changes));
            }
        }
    }

    /// <summary>The least key that is greater than every key starting with <paramref name="prefix"/>; null where there is none.</summary>
    internal static string? FirstAfter(string prefix)
    {
        ReadOnlySpan<char> rest = prefix;
        while (rest.Length > 0)
        {
            // The order is that of UTF-16 units, in which U+10000 and above stand between U+D7FF and U+E000.
            bool pair = rest.Length > 1 && char.IsSurrogatePair(rest[^2], rest[^1]);
            int last = pair ? char.ConvertToUtf32(rest[^2], rest[^1]) : rest[^1];
            rest = rest[..^(pair ? 2 : 1)];
            for (int? next = Following(last); next is { } code; next = Following(code))
            {
                string character = char.ConvertFromUtf32(code);
                if (character.AsSpan().IndexOfAny(RefusedInKeys) < 0)
                {
                    return string.Concat(rest, character);
                }
            }
        }

        return null;
    }

    private static int? Following(int code) =>
        code switch
        {
            0xD7FF => 0x10000,
            0x10FFFF => 0xE000,
            >= 0xFFFD and <= 0xFFFF => null,
            _ => code + 1,
        };
}
