using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Scheduling.SchedulingTexts;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>What the card of a request shows, or was filled in with. Times are Japan's.</summary>
/// <param name="Title">For a meeting of its own; empty for a council.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="HoursFrom">It begins at this time at the earliest.</param>
/// <param name="HoursTo">It is over by this time.</param>
/// <param name="Required">Keys of those without whom it makes no sense.</param>
/// <param name="Optional">Keys of the others; for a council everybody else on its list.</param>
/// <param name="Sectors">Codes of sectors that have to be represented.</param>
/// <param name="Travel">Minutes people from elsewhere travel.</param>
/// <param name="Room">Whether a room is wanted.</param>
/// <param name="Online">Whether people can join by Teams.</param>
internal sealed record RequestForm(
    string Title,
    int? Minutes,
    DateOnly? From,
    DateOnly? To,
    TimeOnly? HoursFrom,
    TimeOnly? HoursTo,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    IReadOnlyList<string> Sectors,
    int? Travel,
    bool Room,
    bool Online
)
{
    /// <summary>The window that is offered at first: three weeks.</summary>
    private const int UsualDays = 21;

    private const int UsualMinutes = 60;
    private const int EarliestLead = 10;
    private const int YearsAhead = 2;
    private const int LongestGivenBack = 200;

    /// <summary>Ways that can be chosen, in minutes.</summary>
    public static IReadOnlyList<int> Ways { get; } = [0, 15, 30, 60, 90];

    /// <summary>A council's request: its people, its usual length and hours, three weeks from the first sensible business day.</summary>
    public static RequestForm For(CouncilView view, IReadOnlyList<AskablePerson> people)
    {
        Council council = view.Council;
        DateOnly earliest = view.Days.AddBusinessDays(view.Today, Math.Clamp(view.Template.FirstLead, 1, EarliestLead));
        DateOnly wished = view.Days.OnOrAfter(council.WishedMonth);
        DateOnly from = wished > earliest ? wished : earliest;
        int agenda = council.Agenda.Sum(a => a.Minutes);
        return new(
            "",
            Math.Clamp(
                council.When?.Minutes ?? (agenda > 0 ? agenda : UsualMinutes),
                MeetingTime.Shortest,
                MeetingTime.Longest
            ),
            from,
            from.AddDays(UsualDays - 1),
            view.Template.Hours.From,
            view.Template.Hours.To,
            [.. people.Where(p => p.Needed).Select(p => p.Key)],
            [.. people.Where(p => !p.Needed).Select(p => p.Key)],
            [
                .. view
                    .Template.Participants.Where(p => p.Needed && p.Sector != Sector.HealthCentre)
                    .Select(p => p.Sector.Code)
                    .Distinct()
                    .Where(code => people.Any(p => p.SectorCode == code)),
            ],
            30,
            Room: council.Place.Length == 0,
            Online: council.OnlineLink.Length == 0
        );
    }

    /// <summary>A request for a meeting of its own, with whoever asks.</summary>
    public static RequestForm Empty(DateOnly today, BusinessDays days, DailyHours hours, string organiser)
    {
        DateOnly from = days.AddBusinessDays(today, 3);
        return new(
            "",
            UsualMinutes,
            from,
            from.AddDays(UsualDays - 1),
            hours.From,
            hours.To,
            [organiser],
            [],
            [],
            0,
            Room: false,
            Online: true
        );
    }

    /// <summary>As it was asked last time; who has left the list of participants since is left out.</summary>
    public static RequestForm Of(MeetingPlan plan, IReadOnlyList<AskablePerson> people) =>
        new(
            plan.Title,
            plan.Minutes,
            plan.From,
            plan.To,
            plan.HoursFrom,
            plan.HoursTo,
            [.. plan.Asked.Where(a => a.Required && people.Any(p => p.Key == a.Key)).Select(a => a.Key)],
            plan.Council is null
                ? [.. plan.Asked.Where(a => !a.Required).Select(a => a.Key)]
                : [.. people.Where(p => plan.Asked.All(a => a.Key != p.Key || !a.Required)).Select(p => p.Key)],
            plan.NeededSectors,
            plan.Asked.Select(a => a.TravelMinutes).DefaultIfEmpty(0).Max(),
            plan.WantsRoom,
            plan.Online
        );

    /// <summary>What was filled in.</summary>
    /// <param name="form">The action.</param>
    /// <param name="council">Everybody on the list of a council; <see langword="null"/> for a meeting of its own.</param>
    public static RequestForm Read(ActionForm form, IReadOnlyList<AskablePerson>? council)
    {
        _ = form.TryDay("in_from", out DateOnly? from);
        _ = form.TryDay("in_to", out DateOnly? to);
        string[] required = [.. form.Choices("in_required").Distinct()];
        string title = form.Text("in_title") ?? "";
        return new(
            title.Length > LongestGivenBack ? title[..LongestGivenBack] : title,
            form.Number("in_length"),
            from,
            to,
            TimeOf(form.Text("in_begin")),
            TimeOf(form.Text("in_end")),
            required,
            council is null
                ? [.. form.Choices("in_optional").Distinct().Except(required)]
                : [.. council.Select(p => p.Key).Except(required)],
            [.. form.Choices("in_sectors").Distinct()],
            form.Number("in_travel"),
            form.Flag("in_room"),
            form.Flag("in_online")
        );
    }

    /// <summary>What has to be corrected; <see langword="null"/> for nothing.</summary>
    public LocalText? Error(bool isCouncil, IReadOnlyList<AskablePerson> people, DateOnly today) =>
        !isCouncil && Title.Length is 0 or > Council.TitleLength ? Texts.TitleError
        : Minutes is not (>= MeetingTime.Shortest and <= MeetingTime.Longest) ? Texts.LengthError
        : From is not { } from || To is not { } to || to < from ? Texts.WindowError
        : to < today ? Texts.WindowPast
        : to.DayNumber - from.DayNumber >= MeetingPlan.LongestWindow ? Texts.WindowTooLong
        : to > today.AddYears(YearsAhead) ? Texts.WindowTooFar
        : HoursFrom is not { } begin || HoursTo is not { } end || end <= begin ? Texts.HoursError
        : end - begin < TimeSpan.FromMinutes(Minutes.Value) ? Texts.HoursTooShort
        : Required.Count + Optional.Count is 0 or > MeetingPlan.MostAsked ? Texts.PeopleError
        : Required.Concat(Optional).Any(k => people.All(p => p.Key != k)) ? Texts.PeopleChanged
        : Sectors.Any(s => Chosen(people).All(p => p.SectorCode != s)) ? Texts.SectorError
        : Travel is not { } way || !Ways.Contains(way) ? Texts.TravelError
        : null;

    /// <summary>Who is asked, in the order in which they are listed.</summary>
    public IEnumerable<AskablePerson> Chosen(IReadOnlyList<AskablePerson> people) =>
        people.Where(p => Required.Contains(p.Key) || Optional.Contains(p.Key));

    /// <summary>A plan with these conditions; without faults in them.</summary>
    /// <param name="plan">The plan as it stands.</param>
    /// <param name="asked">Who is asked, with their addresses.</param>
    public MeetingPlan ApplyTo(MeetingPlan plan, IReadOnlyList<PlanAttendee> asked) =>
        plan with
        {
            Title = plan.Council is null ? Title : plan.Title,
            Minutes = Minutes!.Value,
            From = From!.Value,
            To = To!.Value,
            HoursFrom = HoursFrom!.Value,
            HoursTo = HoursTo!.Value,
            Asked = asked,
            NeededSectors = Sectors,
            WantsRoom = Room,
            Online = Online,
        };

    private static TimeOnly? TimeOf(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : null;
}
