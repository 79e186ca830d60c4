using Renkei.Domain.People;

namespace Renkei.Domain.Checklists;

/// <summary>What a person says about one line: four parts that are merged one by one.</summary>
/// <param name="Status">The state.</param>
/// <param name="Reason">Why it does not apply; empty unless <see cref="ItemStatus.NotApplicable"/>. At most <see cref="ReasonLength"/> characters.</param>
/// <param name="Note">At most <see cref="NoteLength"/> characters; may be empty.</param>
/// <param name="Date">The day it was done or held, in Japan; optional.</param>
/// <param name="NextStep">What comes next; optional.</param>
public sealed record Answer(ItemStatus Status, string Reason, string Note, DateOnly? Date, NextStep? NextStep)
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 120;

    /// <summary>Everything typed freely, a line each: what the question about personal data is about.</summary>
    public string FreeText => string.Join('\n', Reason, Note, NextStep?.What ?? "");

    /// <summary>What stands before anybody answered.</summary>
    public static Answer None { get; } = new(ItemStatus.NotStarted, "", "", null, null);
}

/// <summary>The next step of a line.</summary>
/// <param name="What">1 to <see cref="WhatLength"/> characters.</param>
/// <param name="Due">Until when, in Japan; optional.</param>
/// <param name="Who">Who does it, one of the theme's members; optional.</param>
public sealed record NextStep(string What, DateOnly? Due, PersonRef? Who)
{
    /// <summary>Longest description, in characters.</summary>
    public const int WhatLength = 80;
}

/// <summary>The stored answer of one line.</summary>
/// <param name="Answer">What was said.</param>
/// <param name="Revision">0 before anybody answered, then one more with every change.</param>
/// <param name="By">Who said it last; <see langword="null"/> at revision 0.</param>
/// <param name="At">When (UTC).</param>
public sealed record ItemState(Answer Answer, int Revision, PersonRef? By, DateTimeOffset At)
{
    /// <summary>The state before anybody answered.</summary>
    public static ItemState Untouched { get; } = new(Answer.None, 0, null, DateTimeOffset.MinValue);

    /// <summary>The next revision.</summary>
    public ItemState Become(Answer answer, PersonRef by, DateTimeOffset at) => new(answer, Revision + 1, by, at);
}
