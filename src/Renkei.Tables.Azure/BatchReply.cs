using System.Globalization;
using System.Text.RegularExpressions;

namespace Renkei.Tables.Azure;

/// <summary>
/// Reads the answer to a batch: 202 says only that it was understood, the truth is inside (protocols: Azure Tables, section 6).
/// </summary>
internal static partial class BatchReply
{
    /// <exception cref="FormatException">The answer is cut or is none to a batch; what was written is unknown.</exception>
    public static ServiceReply Read(string? contentType, string body, IReadOnlyList<TableChange> changes)
    {
        string text = body.ReplaceLineEndings("\n");
        List<Part> parts = [];
        foreach (Part part in Parts(text, Boundary(contentType)))
        {
            // A change set is a multipart of its own; an error may also stand directly in the batch.
            parts.AddRange(
                part.Header("Content-Type") is { } type
                && type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                    ? Parts(part.Body, Boundary(type))
                    : [part]
            );
        }

        List<RowETag> versions = [];
        foreach (Part part in parts)
        {
            (int status, Part inner) = Response(part.Body);
            if (status is < 200 or >= 300)
            {
                (string code, string message) = ServiceError.Read(inner.Header("x-ms-error-code"), inner.Body);
                int index = FailedIndex(message) ?? ContentId(part, inner) ?? 0;
                return new ServiceReply(status, code, Math.Clamp(index, 0, changes.Count - 1), []);
            }

            bool deleted = versions.Count < changes.Count && changes[versions.Count] is TableChange.Delete;
            versions.Add(
                deleted ? default
                : inner.Header("ETag") is { Length: > 0 } version ? new RowETag(version)
                : throw new FormatException("A part of the batch's answer has no ETag.")
            );
        }

        return versions.Count == changes.Count
            ? new ServiceReply(202, "", 0, versions)
            : throw new FormatException($"The batch had {changes.Count} changes and {versions.Count} answers.");
    }

    private static IEnumerable<Part> Parts(string text, string boundary)
    {
        string[] pieces = ("\n" + text).Split("\n--" + boundary);
        // Before the first boundary is nothing, behind the closing one too.
        if (pieces.Length < 3 || !pieces[^1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new FormatException("The answer to the batch is cut.");
        }

        return pieces[1..^1].Select(piece => Part.Parse(piece.TrimStart('\n')));
    }

    private static (int Status, Part Response) Response(string http)
    {
        Match line = StatusLine().Match(http);
        return line.Success
            ? (
                int.Parse(line.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                Part.Parse(http[line.Length..].TrimStart('\n'))
            )
            : throw new FormatException("A part of the batch's answer is no HTTP response.");
    }

    private static string Boundary(string? contentType)
    {
        Match boundary = BoundaryParameter().Match(contentType ?? "");
        return boundary.Success
            ? boundary.Groups[1].Value
            : throw new FormatException("The answer to the batch names no boundary.");
    }

    /// <summary>Azure writes the failed change's place before its message: <c>1:The specified entity already exists.</c></summary>
    private static int? FailedIndex(string message) =>
        MessageIndex().Match(message) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Our Content-IDs count from 1.</summary>
    private static int? ContentId(Part part, Part inner) =>
        int.TryParse(
            part.Header("Content-ID") ?? inner.Header("Content-ID"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int id
        )
            ? id - 1
            : null;

    [GeneratedRegex("""^HTTP/1\.[01] (\d{3})[^\n]*""", RegexOptions.CultureInvariant)]
    private static partial Regex StatusLine();

    [GeneratedRegex("""boundary="?([^";]+)"?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoundaryParameter();

    [GeneratedRegex("""^(\d{1,3}):""", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIndex();

    /// <summary>Headers, an empty line, a body.</summary>
    private sealed record Part(IReadOnlyList<string> Headers, string Body)
    {
        public static Part Parse(string text)
        {
            if (text.StartsWith('\n'))
            {
                return new([], text[1..]);
            }

            int end = text.IndexOf("\n\n", StringComparison.Ordinal);
            return end < 0 ? new(text.Split('\n'), "") : new(text[..end].Split('\n'), text[(end + 2)..]);
        }

        public string? Header(string name) =>
            Headers
                .FirstOrDefault(line =>
                    line.Length > name.Length
                    && line[name.Length] == ':'
                    && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                )
                ?[(name.Length + 1)..].Trim();
    }
}
