using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>What the step 目的とテーマ shows, or was filled in with.</summary>
/// <param name="Title">The title.</param>
/// <param name="Purpose">What it is for; may be empty.</param>
/// <param name="Theme">Id of the theme it serves.</param>
/// <param name="Month">The first day of the month it is meant for, Japan.</param>
/// <param name="Coordinators">Object ids of those who prepare it.</param>
/// <param name="Seen">A short name of what each of them was when the card was made; see <see cref="VersionsOf"/>.</param>
internal sealed record PurposeForm(
    string Title,
    string Purpose,
    string? Theme,
    DateOnly Month,
    IReadOnlyList<string> Coordinators,
    IReadOnlyList<string> Seen
)
{
    private const int Parts = 5;

    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 400;

    /// <summary>As the council stands.</summary>
    public static PurposeForm Of(Council council) =>
        new(
            council.Title,
            council.Purpose,
            council.Theme?.ToString(),
            council.WishedMonth,
            [.. council.Coordinators.Select(c => c.ObjectId)],
            VersionsOf(council)
        );

    /// <summary>What was filled in. The month is asked for only while there is no date; without it, it stays.</summary>
    public static PurposeForm Read(ActionForm form, Council stored) =>
        new(
            Shortened(form.Text("in_title")),
            Shortened(form.Text("in_purpose")),
            // A card that had no choice of themes changes none.
            form.Text("in_theme") switch
            {
                null => stored.Theme?.ToString(),
                "" or NewCouncilForm.NoTheme => null,
                var theme => theme,
            },
            form.Text("in_month") is { Length: > 0 } month
                ? NewCouncilForm.MonthOf(month) ?? default
                : stored.WishedMonth,
            [.. form.Choices("in_people").Distinct()],
            form.Text("v")?.Split('.') is { Length: Parts } seen ? seen : VersionsOf(stored)
        );

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    /// <param name="stored">The council as it stands: what it has already stays possible.</param>
    /// <param name="themes">The themes that can be chosen.</param>
    /// <param name="people">Who can prepare it.</param>
    /// <param name="today">The day it is now, Japan.</param>
    public LocalText? ErrorIn(
        Council stored,
        IReadOnlyList<Theme> themes,
        IReadOnlyList<PersonRef> people,
        DateOnly today
    ) =>
        Title.Length is 0 or > Council.TitleLength ? Texts.TitleNeeded
        : Purpose.Length > Council.PurposeLength ? Texts.PurposeError
        : Theme is not null && Theme != stored.Theme?.ToString() && themes.All(t => t.Id.ToString() != Theme)
            ? Texts.ThemeError
        : Month != stored.WishedMonth && !NewCouncilForm.Months(today).Contains(Month) ? Texts.MonthError
        : Coordinators.Count == 0 ? Texts.CoordinatorsError
        : Coordinators.Any(id => people.All(p => p.ObjectId != id)) ? Texts.MembersChanged
        : null;

    /// <summary>
    /// The council with what was filled in. What nobody touched on the card stays as it stands, whoever changed it; where somebody
    /// changed the same thing to something else since the card was made, nothing is changed at all.
    /// </summary>
    /// <param name="now">The council as it stands.</param>
    /// <param name="themes">The themes that can be chosen.</param>
    /// <param name="people">Who can prepare it.</param>
    /// <returns>The next council, or <see langword="null"/> where two changed the same thing.</returns>
    public Council? Apply(Council now, IReadOnlyList<Theme> themes, IReadOnlyList<PersonRef> people)
    {
        Council typed = now with
        {
            Title = Title,
            Purpose = Purpose,
            Theme = Theme is null ? null : themes.FirstOrDefault(t => t.Id.ToString() == Theme)?.Id ?? now.Theme,
            WishedMonth = Month,
            Coordinators = [.. people.Where(p => Coordinators.Contains(p.ObjectId))],
        };
        IReadOnlyList<string> stands = VersionsOf(now);
        IReadOnlyList<string> meant = VersionsOf(typed);
        bool[] takes = [.. Enumerable.Range(0, Parts).Select(n => meant[n] != Seen[n] && meant[n] != stands[n])];
        return Enumerable.Range(0, Parts).Any(n => takes[n] && stands[n] != Seen[n])
            ? null
            : now with
            {
                Title = takes[0] ? typed.Title : now.Title,
                Purpose = takes[1] ? typed.Purpose : now.Purpose,
                Theme = takes[2] ? typed.Theme : now.Theme,
                WishedMonth = takes[3] ? typed.WishedMonth : now.WishedMonth,
                Coordinators = takes[4] ? typed.Coordinators : now.Coordinators,
            };
    }

    /// <summary>What was typed, and for what nobody touched what stands now: the card after a collision.</summary>
    public PurposeForm Over(Council now)
    {
        PurposeForm stands = Of(now);
        IReadOnlyList<string> meant =
        [
            ShownVersion.Of(Title),
            ShownVersion.Of(Purpose),
            ShownVersion.Of(Theme),
            ShownVersion.Of(NewCouncilForm.Sent(Month)),
            People(Coordinators),
        ];
        return new(
            meant[0] == Seen[0] ? stands.Title : Title,
            meant[1] == Seen[1] ? stands.Purpose : Purpose,
            meant[2] == Seen[2] ? stands.Theme : Theme,
            meant[3] == Seen[3] ? stands.Month : Month,
            meant[4] == Seen[4] ? stands.Coordinators : Coordinators,
            stands.Seen
        );
    }

    /// <summary>A short name of each part: title, purpose, theme, month, people.</summary>
    public static IReadOnlyList<string> VersionsOf(Council council) =>
        [
            ShownVersion.Of(council.Title),
            ShownVersion.Of(council.Purpose),
            ShownVersion.Of(council.Theme?.ToString()),
            ShownVersion.Of(NewCouncilForm.Sent(council.WishedMonth)),
            People(council.Coordinators.Select(c => c.ObjectId)),
        ];

    /// <summary>Whoever it is, in whichever order they were chosen.</summary>
    private static string People(IEnumerable<string> ids) => ShownVersion.Of(ids.Order(StringComparer.Ordinal));

    private static string Shortened(string? text) =>
        text is null ? ""
        : text.Length > LongestGivenBack ? text[..LongestGivenBack]
        : text;
}
