using System.Security.Cryptography;
using System.Text;
using Renkei.Bot.Conversation;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Features.Themes;

/// <summary>What the card for a theme shows, or was filled in with.</summary>
/// <param name="Token">Names the theme to be; the same for every press of one card, so that a double press makes one theme.</param>
/// <param name="Existing">Id of the theme that is changed; <see langword="null"/> for a new one.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Name">The name.</param>
/// <param name="Municipalities">Codes.</param>
/// <param name="Members">Object ids.</param>
/// <param name="Seen">Names what an existing theme was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record ThemeForm(
    string Token,
    string? Existing,
    string? Field,
    string? Name,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Members,
    string? Seen
)
{
    /// <summary>An empty card.</summary>
    public static ThemeForm Empty(IReadOnlyList<string> municipalities) =>
        new(DrawnId.New(), null, null, null, municipalities, [], Seen: null);

    /// <summary>A card filled with a theme.</summary>
    public static ThemeForm Of(Theme theme) =>
        new(
            theme.Id.Name,
            theme.Id.ToString(),
            theme.FieldCode,
            theme.Name,
            theme.MunicipalityCodes,
            [.. theme.Members.Select(m => m.ObjectId)],
            VersionOf(theme)
        );

    /// <summary>A short name of the theme's own facts: it changes when they do, and not with the answers.</summary>
    public static string VersionOf(Theme theme)
    {
        IEnumerable<string> members = theme.Members.Select(m => m.ObjectId);
        string facts = string.Join(
            '\n',
            [theme.Name, theme.FieldCode, string.Join(',', theme.MunicipalityCodes), string.Join(',', members)]
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)).AsSpan(0, 6));
    }

    /// <summary>What was filled in.</summary>
    public static ThemeForm Read(ActionForm form, string token, string? existing) =>
        new(
            token,
            existing,
            form.Text("in_field"),
            form.Text("in_name"),
            [.. form.Choices("in_towns").Distinct()],
            [.. form.Choices("in_members").Distinct()],
            form.Text("v")
        );
}
