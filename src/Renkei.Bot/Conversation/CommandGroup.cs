namespace Renkei.Bot.Conversation;

/// <summary>What a command is about: the help page shows the commands of a group together, the groups in this order.</summary>
internal enum CommandGroup
{
    Themes,
    Councils,
    Dates,
    Summaries,
    HeadOffice,
    Settings,
}
