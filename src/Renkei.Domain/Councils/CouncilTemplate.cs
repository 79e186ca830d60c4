using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Domain.Councils;

/// <summary>A kind of meeting, and what it takes to prepare one (R11). Immutable.</summary>
public sealed record CouncilTemplate
{
    /// <summary>Stored and sent; stays the same for ever. 2 to 24 of <c>a-z -</c>.</summary>
    public required string Code { get; init; }

    /// <summary>e.g. 退院支援ルールの調整会議 / Discharge coordination meeting.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What such a meeting is for, in one sentence.</summary>
    public required LocalText Purpose { get; init; }

    /// <summary>Fields of themes for which it is offered first; none when it suits them all alike.</summary>
    public required IReadOnlyList<ThemeField> Fields { get; init; }

    /// <summary>When such meetings usually take place.</summary>
    public required UsualHours Hours { get; init; }

    /// <summary>Who usually comes; a sector may stand more than once.</summary>
    public required IReadOnlyList<UsualParticipant> Participants { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<AgendaItem> Agenda { get; init; }

    /// <summary>What lies on the table.</summary>
    public required IReadOnlyList<UsualPaper> Papers { get; init; }

    /// <summary>What has to be done before the day; the earliest first.</summary>
    public required IReadOnlyList<TaskTemplate> Tasks { get; init; }

    /// <summary>When coordinators are reminded, in business days before the meeting, falling; 0 is the day itself.</summary>
    public required IReadOnlyList<int> Reminders { get; init; }

    /// <summary>Steps of a cooperation that goes on from meeting to meeting, in order; most kinds have none.</summary>
    public required IReadOnlyList<LocalText> Steps { get; init; }

    /// <summary>The lines of 表1 that such a meeting moves forward, ascending.</summary>
    public required IReadOnlyList<ItemId> Serves { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>How long the agenda takes.</summary>
    public TimeSpan Length => TimeSpan.FromMinutes(Agenda.Sum(a => a.Minutes));

    /// <summary>How many business days before the meeting the preparation begins.</summary>
    public int FirstLead => Tasks.Count == 0 ? 0 : Tasks[0].Lead;

    /// <summary>
    /// A stored line in the reader's language: the template's own words as long as nobody changed them, otherwise as it was written.
    /// </summary>
    /// <param name="stored">The text of a task, a paper, who brings it, or a point of the agenda.</param>
    /// <param name="language">The reader's language.</param>
    public string Worded(string stored, Language language) =>
        language == Language.Japanese
            ? stored
            : Tasks
                .Select(t => t.Text)
                .Concat(Papers.Select(p => p.Text))
                .Concat(Agenda.Select(a => a.Text))
                .Concat(Sector.All.Select(s => s.Name))
                .FirstOrDefault(t => t.Ja == stored)
                ?.In(language)
                ?? stored;
}

/// <summary>The part of the day in which a kind of meeting usually takes place, Japan time.</summary>
/// <param name="From">It begins at this time at the earliest.</param>
/// <param name="To">It is over by this time.</param>
/// <param name="Why">Why then, in a few words.</param>
public sealed record UsualHours(TimeOnly From, TimeOnly To, LocalText Why);

/// <summary>Somebody who usually comes.</summary>
/// <param name="Sector">Where they come from.</param>
/// <param name="Who">Who of them, e.g. 在宅医療の担当理事.</param>
/// <param name="Needed">Whether the meeting makes no sense without.</param>
public sealed record UsualParticipant(Sector Sector, LocalText Who, bool Needed);

/// <summary>A point of the agenda.</summary>
/// <param name="Text">A noun phrase.</param>
/// <param name="Minutes">5 to 240.</param>
public sealed record AgendaItem(LocalText Text, int Minutes);

/// <summary>A paper for the meeting.</summary>
/// <param name="Text">A noun phrase.</param>
/// <param name="By">Who usually brings it.</param>
public sealed record UsualPaper(LocalText Text, Sector By);
