using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.Themes;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>What the card of a new council shows, or was filled in with.</summary>
/// <param name="Token">Names the council to be; the same for every press of one card, so that a double press begins one.</param>
/// <param name="Kind">Code of the kind of meeting.</param>
/// <param name="Theme">Id of the theme it serves.</param>
/// <param name="Month">The first day of the month it is meant for, Japan.</param>
/// <param name="Title">Empty for the suggested one.</param>
/// <param name="Others">Object ids of those who prepare it too.</param>
internal sealed record NewCouncilForm(
    string Token,
    string? Kind,
    string? Theme,
    DateOnly? Month,
    string Title,
    IReadOnlyList<string> Others
)
{
    /// <summary>The choice of no theme: a ChoiceSet cannot send an empty value.</summary>
    public const string NoTheme = "-";

    /// <summary>So many months can be chosen, the present one first.</summary>
    public const int MonthsOffered = 13;

    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 200;

    /// <summary>An empty card for a theme, or for none.</summary>
    /// <param name="templates">The kinds of meeting.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="month">The first month that leaves the usual time to prepare.</param>
    public static NewCouncilForm For(CouncilTemplates templates, Theme? theme, DateOnly month) =>
        new(
            DrawnId.New(),
            theme is null ? null : KindFor(templates, theme),
            theme?.Id.ToString(),
            month,
            "",
            theme is null ? [] : [.. theme.Members.Select(m => m.ObjectId)]
        );

    /// <summary>A card for the next of a series, filled in with what stays the same.</summary>
    /// <param name="previous">The council it follows.</param>
    /// <param name="month">The first month that leaves the usual time to prepare, for one that agreed on no next date.</param>
    /// <param name="person">Who begins it.</param>
    public static NewCouncilForm Following(Council previous, DateOnly month, Person person) =>
        new(
            DrawnId.New(),
            previous.TemplateCode,
            previous.Theme?.ToString(),
            previous.Minutes.NextDate is { } next ? new(next.Year, next.Month, 1) : month,
            previous.Title,
            [.. previous.Coordinators.Select(c => c.ObjectId).Where(c => c != person.Id.ObjectId)]
        );

    /// <summary>What was filled in.</summary>
    public static NewCouncilForm Read(ActionForm form, string token)
    {
        string title = form.Text("in_title") ?? "";
        return new(
            token,
            form.Text("in_kind"),
            form.Text("in_theme") is { } theme and not (NoTheme or "") ? theme : null,
            MonthOf(form.Text("in_month")),
            title.Length > LongestGivenBack ? title[..LongestGivenBack] : title,
            [.. form.Choices("in_people").Distinct()]
        );
    }

    /// <summary>What has to be corrected; <see langword="null"/> for nothing.</summary>
    /// <param name="templates">The kinds of meeting.</param>
    /// <param name="themes">The centre's themes of the fiscal year.</param>
    /// <param name="centre">Who can prepare it.</param>
    /// <param name="today">The day it is now, Japan.</param>
    public LocalText? ErrorIn(
        CouncilTemplates templates,
        IReadOnlyList<ThemeSummary> themes,
        IReadOnlyList<PersonRef> centre,
        DateOnly today
    ) =>
        Kind is null || templates.Find(Kind) is null ? Texts.KindError
        : Theme is not null && themes.All(t => t.Theme.Id.ToString() != Theme) ? Texts.ThemeError
        : Month is not { } month || !Months(today).Contains(month) ? Texts.MonthError
        : Title.Length > Council.TitleLength ? Texts.TitleError
        : Others.Any(o => centre.All(p => p.ObjectId != o)) ? Texts.MembersChanged
        : null;

    /// <summary>The months that can be chosen.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly today) =>
        Enumerable.Range(0, MonthsOffered).Select(n => new DateOnly(today.Year, today.Month, 1).AddMonths(n));

    /// <summary>A month as it is sent, e.g. 2026-12.</summary>
    public static string Sent(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first day of a month that was sent; <see langword="null"/> for anything else.</summary>
    public static DateOnly? MonthOf(string? sent) =>
        DateOnly.TryParseExact(
            $"{sent}-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>The first kind that is made for the theme's field; <see langword="null"/> where none is.</summary>
    private static string? KindFor(CouncilTemplates templates, Theme theme)
    {
        ThemeField field = ThemeField.Find(theme.FieldCode) ?? ThemeField.Other;
        return templates.OfferedFor(field)[0] is { } first && first.Fields.Contains(field) ? first.Code : null;
    }
}
