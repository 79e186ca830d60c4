using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Requests;

/// <summary>Opens a new request from a card whose buttons save first, so that the way to head office loses nothing that was typed.</summary>
internal sealed class RequestDoor
{
    private RequestOpening? opening;

    /// <summary>Names who opens new requests; once.</summary>
    public void OnOpen(RequestOpening handler) =>
        opening = opening is null ? handler : throw new InvalidOperationException("New requests are opened twice.");

    /// <summary>Opens a new request about a line of a theme's checklist.</summary>
    public Task<CardReply> OpenAsync(BotTurn turn, ThemeId theme, ItemId item, CancellationToken ct) =>
        (opening ?? throw new InvalidOperationException("No feature opens new requests."))(turn, theme, item, ct);
}

/// <summary>Opens a new request about a line of a theme's checklist.</summary>
internal delegate Task<CardReply> RequestOpening(BotTurn turn, ThemeId theme, ItemId item, CancellationToken ct);
