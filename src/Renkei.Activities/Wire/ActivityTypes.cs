namespace Renkei.Activities.Wire;

/// <summary>Activity types and invoke names of the protocol: an open set (protocols: Bot Framework, sections 1 and 6).</summary>
public static class ActivityTypes
{
    /// <summary>A text, or the data of an <c>Action.Submit</c>.</summary>
    public const string Message = "message";

    /// <summary>Wants an answer in the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>Members or channels changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was added or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A message was edited or its deletion undone. Carries the id of the message it changes.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted. Carries the id of the message.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Somebody reacted to a message of the bot.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>Something happened, e.g. a meeting started; the name says what.</summary>
    public const string Event = "event";

    /// <summary>Somebody is typing; also what the bot sends before slow work.</summary>
    public const string Typing = "typing";
}

/// <summary>Names of invokes Renkei answers.</summary>
public static class InvokeNames
{
    /// <summary>An <c>Action.Execute</c> was pressed, or a card refreshes itself.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>A person accepted or declined a file.</summary>
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>A dialog is opened.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog is submitted.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A message extension searches.</summary>
    public const string ComposeQuery = "composeExtension/query";

    /// <summary>A message extension's dialog is opened.</summary>
    public const string ComposeFetchTask = "composeExtension/fetchTask";

    /// <summary>A message extension's dialog is submitted.</summary>
    public const string ComposeSubmitAction = "composeExtension/submitAction";
}
