using Renkei.Room.BotProcess;
using Renkei.Room.Client;
using Renkei.Room.Clock;
using Renkei.Room.Conversations;
using Renkei.Room.Lesson;
using Renkei.Room.PageApi;
using Renkei.Room.Scenario;
using Renkei.Room.Trouble;

namespace Renkei.Room;

/// <summary>The parts of a room that its page and its code-driven interface share.</summary>
internal sealed record RoomParts
{
    public required HikariPrefecture Prefecture { get; init; }
    public required RoomLedger Ledger { get; init; }
    public required TeamsClient Teams { get; init; }
    public required FileExchange Files { get; init; }
    public required RoomEvents Events { get; init; }
    public required Notices Notices { get; init; }
    public required TrialClock Clock { get; init; }
    public required TroubleSwitches Trouble { get; init; }
    public required BotRunner Bot { get; init; }
    public required LessonProgress Lesson { get; init; }
    public required BackgroundWork Background { get; init; }

    /// <summary>Set when the room stops.</summary>
    public required CancellationToken Stopping { get; init; }

    public IReadOnlyList<TroubleState> TroubleStates() =>
        [.. Trouble.Current.Select(s => new TroubleState(s.Target, s.Kind, s.Settings))];
}
