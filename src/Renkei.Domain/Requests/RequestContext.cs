using Renkei.Domain.Councils;
using Renkei.Domain.Themes;

namespace Renkei.Domain.Requests;

/// <summary>What somebody was looking at when they asked head office; goes along with the request.</summary>
/// <param name="Theme">The theme, if it is about one.</param>
/// <param name="Item">The line of the checklist as people know it, e.g. <c>表1-8</c>; <see langword="null"/> for none.</param>
/// <param name="Council">The council, if it is about one.</param>
/// <param name="About">The name of the theme or council as it was then; empty for none.</param>
/// <param name="FieldCode">The field of the theme; <see langword="null"/> for none.</param>
public sealed record RequestContext(ThemeId? Theme, string? Item, CouncilId? Council, string About, string? FieldCode)
{
    /// <summary>A request about nothing in particular.</summary>
    public static RequestContext None { get; } = new(null, null, null, "", null);
}
