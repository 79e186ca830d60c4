namespace Renkei.Bot.Conversation;

/// <summary>One capability: a folder under Features with its handlers, cards, texts and store.</summary>
internal interface IFeature
{
    /// <summary>Names its commands, card actions and activities.</summary>
    void Register(BotRoutes routes);
}
