namespace Renkei.Activities.Wire;

/// <summary>What was posted is not an activity: the sender is told 400 and nothing is changed.</summary>
/// <param name="reason">What is wrong, without any of the posted text: it may hold personal data.</param>
/// <param name="inner">The reader's own complaint, where there is one.</param>
public sealed class MalformedActivityException(string reason, Exception? inner = null) : Exception(reason, inner);
