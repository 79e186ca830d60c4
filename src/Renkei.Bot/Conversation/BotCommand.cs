using Renkei.Activities.Turns;
using Renkei.Domain;

namespace Renkei.Bot.Conversation;

/// <summary>Answers a command, typed or pressed.</summary>
/// <param name="turn">The turn.</param>
/// <param name="rest">What was typed after the command; empty for none.</param>
/// <param name="ct">Cancels the turn.</param>
internal delegate Task<CardReply> CommandHandler(BotTurn turn, string rest, CancellationToken ct);

/// <summary>Something people can ask for in words or by a button.</summary>
/// <param name="Code">Short and stable; travels in card data.</param>
/// <param name="Group">Where the help page shows it.</param>
/// <param name="Title">What buttons and the help page say; understood as words too.</param>
/// <param name="Description">One line for the help page.</param>
/// <param name="Words">Further ways to say it, in both languages.</param>
/// <param name="Run">The handler.</param>
/// <param name="Access">Who may.</param>
/// <param name="InGroups">Whether it is answered in group chats and channels.</param>
/// <param name="TakesText">Whether it uses what is typed after it; without, a longer sentence is not taken for it.</param>
/// <param name="Elsewhere">
/// What it answers in group chats and channels where it does not work there; a sentence that leads to the personal chat where left out.
/// </param>
internal sealed record BotCommand(
    string Code,
    CommandGroup Group,
    LocalText Title,
    LocalText Description,
    IReadOnlyList<string> Words,
    CommandHandler Run,
    Access Access = Access.Members,
    bool InGroups = false,
    bool TakesText = false,
    Func<BotTurn, CardReply>? Elsewhere = null
);

/// <summary>Who may use a command or a button.</summary>
internal enum Access
{
    /// <summary>Everybody of the configured tenants.</summary>
    Everybody,

    /// <summary>People who said where they work and as what; others are asked for it first.</summary>
    Members,
}
