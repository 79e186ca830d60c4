using Renkei.Bot.Councils;
using Renkei.Domain.Councils;
using Renkei.Domain.Places;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Councils;

/// <summary>Councils of a centre with what their lines are made of.</summary>
/// <param name="Centre">The health centre.</param>
/// <param name="Lines">In the order in which they are shown.</param>
/// <param name="Templates">The kinds of meeting.</param>
/// <param name="Days">The office's business days.</param>
/// <param name="Today">The day it is now, Japan.</param>
internal sealed record CouncilList(
    HealthCentre Centre,
    IReadOnlyList<CouncilLine> Lines,
    CouncilTemplates Templates,
    BusinessDays Days,
    DateOnly Today
);
