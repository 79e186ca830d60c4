using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Renkei.Bot.Downloads;

/// <summary>
/// Which file is meant: its kind and opaque ids, e.g. <c>theme~tobu.2026.taiin~xlsx</c>. All that an offer carries: the file itself is
/// made anew when it is accepted. Comes back from the client, so it is parsed with care and says nothing about rights.
/// </summary>
internal sealed partial record DownloadSubject
{
    /// <summary>Kind: a theme in the order of 表1; ids: theme, form.</summary>
    public const string Theme = "theme";

    /// <summary>Kind: the councils of a centre with tasks and agreements; ids: centre, form.</summary>
    public const string Councils = "councils";

    private DownloadSubject(string kind, IReadOnlyList<string> ids) => (Kind, Ids) = (kind, ids);

    /// <summary>Names who makes it; see <see cref="DownloadDesk.OnMake"/>.</summary>
    public string Kind { get; }

    /// <summary>Up to four.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Builds a subject.</summary>
    /// <exception cref="ArgumentException">A part has another form.</exception>
    public static DownloadSubject Of(string kind, params string[] ids) =>
        TryParse(string.Join('~', ids.Prepend(kind)), out DownloadSubject? subject)
            ? subject
            : throw new ArgumentException("A subject is made of a kind and opaque ids.", nameof(ids));

    /// <summary>Reads a subject that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DownloadSubject? subject)
    {
        string[] parts = text is not null && Form.IsMatch(text) ? text.Split('~') : [];
        subject = parts.Length == 0 ? null : new(parts[0], parts[1..]);
        return subject is not null;
    }

    /// <summary>The id at a place, or <see langword="null"/> where there is none.</summary>
    public string? IdAt(int place) => place < Ids.Count ? Ids[place] : null;

    /// <inheritdoc/>
    public override string ToString() => string.Join('~', Ids.Prepend(Kind));

    [GeneratedRegex(@"\A[a-z]{1,16}(~[a-z0-9.\-]{1,80}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
