using Renkei.Room.Lesson;
using Renkei.Room.Scenario;
using Renkei.Room.Trouble;

namespace Renkei.Room.PageApi;

/// <summary>Everything a page needs when it opens.</summary>
internal sealed record PageState(
    string Language,
    IReadOnlyList<PersonState> People,
    IReadOnlyList<ConversationState> Conversations,
    ClockState Clock,
    IReadOnlyList<TroubleState> Trouble,
    BotState Bot,
    LessonState Lesson
);

/// <summary>A person.</summary>
internal sealed record PersonState(
    string Id,
    Bilingual Name,
    Bilingual Role,
    Bilingual Place,
    string Locale,
    string Colour,
    bool Installed,
    Bilingual? Notes
);

/// <summary>A conversation.</summary>
internal sealed record ConversationState(
    string Key,
    string Kind,
    Bilingual Title,
    IReadOnlyList<string> Members,
    DateTimeOffset? LastAt,
    string? LastMessageId
);

/// <summary>The room's clock; <c>NextDue</c> is set in answers to a move to the next reminder.</summary>
internal sealed record ClockState(DateTimeOffset Now, double OffsetSeconds, bool BotFollows, DateTimeOffset? NextDue);

/// <summary>A switch that is on.</summary>
internal sealed record TroubleState(TroubleTarget Target, TroubleKind Kind, TroubleSettings Settings);

/// <summary>Switches that are on, as an event.</summary>
internal sealed record TroubleEvent(IReadOnlyList<TroubleState> Trouble);

/// <summary>running, starting or stopped; <c>Controlled</c> says whether the room can start and kill it.</summary>
internal sealed record BotState(string State, bool Controlled);
