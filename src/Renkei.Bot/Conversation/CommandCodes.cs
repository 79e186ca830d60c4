namespace Renkei.Bot.Conversation;

/// <summary>Codes of the commands, for the buttons of other features. Each is registered by the feature that runs it.</summary>
internal static class CommandCodes
{
    public const string Home = "home";
    public const string Themes = "themes";
    public const string Continue = "continue";
    public const string NewTheme = "newtheme";
    public const string Undo = "undo";
    public const string Councils = "councils";
    public const string NewCouncil = "newcouncil";
    public const string Polls = "polls";
    public const string Schedule = "schedule";
    public const string Summary = "summary";
    public const string WeeklyDelivery = "weeklydelivery";
    public const string MyTasks = "mytasks";
    public const string Agreements = "agreements";
    public const string Export = "export";
    public const string NoticeSettings = "noticesettings";
    public const string NoticeLedger = "noticeledger";
    public const string CentreLead = "centrelead";
    public const string AskHeadOffice = "askheadoffice";
    public const string Requests = "requests";
    public const string RequestDesk = "requestdesk";
    public const string Feedback = "feedback";
    public const string FindFeedback = "findfeedback";
    public const string Membership = "membership";
    public const string Outlook = "outlook";
    public const string Help = "help";
}
