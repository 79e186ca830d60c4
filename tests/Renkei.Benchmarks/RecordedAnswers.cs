namespace Renkei.Benchmarks;

/// <summary>File names of the bot's answers, which the bare endpoint gives as well.</summary>
internal static class RecordedAnswers
{
    /// <summary>The message with the card of a role group.</summary>
    public const string Walk = "walk.json";

    /// <summary>The message with the list of themes.</summary>
    public const string List = "list.json";
}
