namespace Renkei.Domain.Scheduling;

/// <summary>Somebody who is asked to a meeting, or to a poll about its date.</summary>
/// <param name="Key">Unique among those asked: an Entra object id, or an id of the stakeholder directory.</param>
/// <param name="Name">As shown in reasons, best with the office: 医師会長.</param>
/// <param name="Organisation">Key of the organisation they speak for; empty for nobody's.</param>
/// <param name="Required">Whether the meeting makes no sense without them.</param>
public sealed record Invitee(string Key, string Name, string Organisation, bool Required);

/// <summary>Somebody who is asked, and what is known of their time.</summary>
/// <param name="Who">Who.</param>
/// <param name="Times">Their calendar; <see langword="null"/> where it cannot be seen.</param>
/// <param name="Travel">How long they travel: they have to be free that long before and after. 0 to 8 hours.</param>
public sealed record InviteeTimes(Invitee Who, CalendarTimes? Times, TimeSpan Travel);
