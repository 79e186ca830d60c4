namespace Renkei.Activities.Wire;

/// <summary>How the sender of an activity wants the answers; an open set.</summary>
public static class DeliveryModes
{
    /// <summary>Answers come back in the HTTP response instead of through the connector. Teams itself does not ask for it.</summary>
    public const string ExpectReplies = "expectReplies";
}
