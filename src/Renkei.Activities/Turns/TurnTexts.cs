namespace Renkei.Activities.Turns;

/// <summary>A sentence in both languages of the bot.</summary>
/// <param name="Japanese">For Teams in Japanese, and where nothing says which language.</param>
/// <param name="English">For every other language.</param>
public sealed record TurnText(string Japanese, string English)
{
    /// <summary>The sentence for a locale such as <c>ja-JP</c>.</summary>
    public string For(string locale) =>
        locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Japanese : English;
}

/// <summary>What the pipeline itself says to people.</summary>
public sealed record TurnTexts
{
    /// <summary>The turn took longer than Teams waits.</summary>
    public TurnText TakingLonger { get; init; } =
        new(
            "時間がかかっています。少し待ってから、もう一度開いて結果をご確認ください。",
            "This is taking longer than usual. Please wait a moment, then open it again to see the result."
        );

    /// <summary>The turn failed.</summary>
    public TurnText Failed { get; init; } =
        new(
            "うまく処理できませんでした。少し待ってから、もう一度お試しください。続くときは管理者にお知らせください。",
            "That did not work. Please wait a moment and try again. If it goes on, tell your administrator."
        );

    /// <summary>The answer was sent, and nobody knows whether it arrived.</summary>
    public TurnText MayHaveArrived { get; init; } =
        new("返事が届いていないときは、もう一度送ってください。", "If no answer has arrived, please send it again.");
}
