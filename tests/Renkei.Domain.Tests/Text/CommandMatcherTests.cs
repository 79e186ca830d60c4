using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

public sealed class CommandMatcherTests
{
    private static readonly CommandMatcher<string> Matcher = SampleCommands.Matcher;

    [Theory]
    [InlineData("週次まとめ", "summary")]
    [InlineData("週次 まとめ を お願いします。", "summary")]
    [InlineData("ｼｭｳまとめ", null)]
    [InlineData("今週のまとめ", "summary")]
    [InlineData("Show me the Weekly Summary, please", "summary")]
    [InlineData("ＳＵＭＭＡＲＹ", "summary")]
    [InlineData("ﾁｪｯｸﾘｽﾄ", "checklist")]
    [InlineData("ちぇっくりすと", "checklist")]
    [InlineData("メニュ-", "help")]
    [InlineData("続き", "continue")]
    [InlineData("やることを教えて", "tasks")]
    [InlineData("取り組みの一覧を見せてください", "themes")]
    public void Match_SaidInAnotherWay_IsTheCommand(string text, string? expected) =>
        Assert.Equal(expected, Matcher.Match(text)?.Command);

    [Theory]
    [InlineData("週次まどめ", "summary")]
    [InlineData("段階チェク", "checklist")]
    [InlineData("日程調整整", "schedule")]
    [InlineData("引ぎ継き", null)] // two characters apart are two slips
    [InlineData("ヘプル", "help")]
    [InlineData("sumary", "summary")]
    [InlineData("hlep", "help")]
    [InlineData("wekly sumary", null)]
    public void Match_OneSlip_IsTheCommand(string text, string? expected) =>
        Assert.Equal(expected, Matcher.Match(text)?.Command);

    [Theory]
    [InlineData("設立")]
    [InlineData("メア")]
    [InlineData("")]
    [InlineData("！！")]
    [InlineData("おはようございます")]
    [InlineData("あおば市の退院支援ルールについて医師会長と話しました")]
    [InlineData("help foo")]
    public void Match_SomethingElse_IsNothing(string text) => Assert.Null(Matcher.Match(text));

    [Theory]
    [InlineData("新しい取り組み 退院支援", "newTheme", "退院支援")]
    [InlineData("新しい取り組み　退院支援 と 難病", "newTheme", "退院支援 と 難病")]
    [InlineData("新しい取り組み「退院支援ルールづくり」", "newTheme", "退院支援ルールづくり")]
    [InlineData("新しい 取り組み：退院支援", "newTheme", "退院支援")]
    [InlineData("新しい取組み 退院支援", "newTheme", "退院支援")]
    [InlineData("New theme: Discharge rules", "newTheme", "Discharge rules")]
    [InlineData("本庁に相談、予算のことを聞きたいです", "request", "予算のことを聞きたいです")]
    [InlineData("メモ 医師会長と面会、退院ルールの件", "note", "医師会長と面会、退院ルールの件")]
    [InlineData("メモ　", "note", "")]
    public void Match_TextBehindACommand_IsTheRest(string text, string command, string rest) =>
        Assert.Equal(new CommandMatch<string>(command, rest), Matcher.Match(text));

    [Fact]
    public void Match_LongMessageBehindACommand_IsTheRestAsTyped()
    {
        string message = string.Concat(Enumerable.Repeat("医師会長と面会しました。", 40));

        Assert.Equal(new CommandMatch<string>("note", message), Matcher.Match($"メモ {message}"));
    }

    [Fact]
    public void Match_OneSlipFromTwoCommands_IsNothingAndBothAreNear()
    {
        CommandMatcher<string> matcher = new([
            new("plan", ["年間計画"]),
            new("report", ["年間記録"]),
            new("other", ["設定"]),
        ]);

        Assert.Null(matcher.Match("年間計録"));
        Assert.Equal(["plan", "report"], matcher.Nearest("年間計録", 2));
    }

    [Theory]
    [InlineData("まとめて", "summary")]
    [InlineData("週報のまとめ", "summary")]
    [InlineData("会議", "council")]
    [InlineData("取り組み", "newTheme")]
    [InlineData("scheduling", "schedule")]
    [InlineData("本庁", "request")]
    public void Nearest_NotUnderstood_BeginsWithTheLikeliest(string text, string expected) =>
        Assert.Equal(expected, Matcher.Nearest(text, 3)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("ぬ")]
    [InlineData("週次まとめ")]
    [InlineData("🎉🎉")]
    public void Nearest_AnyText_GivesThreeDifferentCommands(string text)
    {
        IReadOnlyList<string> nearest = Matcher.Nearest(text, 3);

        Assert.Equal(3, nearest.Count);
        Assert.Equal(3, nearest.Distinct().Count());
        Assert.Equal(nearest, Matcher.Nearest(text, 3));
    }

    [Fact]
    public void Nearest_NothingInCommon_KeepsTheOrderGiven() =>
        Assert.Equal(["help", "continue", "checklist"], Matcher.Nearest("", 3));

    [Fact]
    public void Nearest_FewerCommands_GivesAll() =>
        Assert.Equal(["a"], new CommandMatcher<string>([new("a", ["設定"])]).Nearest("設定", 3));

    [Theory]
    [InlineData("ヘルプ", "へるぷ！")]
    [InlineData("週次まとめ", "週次まとめ一")]
    [InlineData("schedule", "schedules")]
    [InlineData("まとめ一", "まとめ")]
    public void Constructor_WordsTooNear_Throws(string one, string two) =>
        Assert.Throws<ArgumentException>(() => new CommandMatcher<string>([new("a", [one]), new("b", [two])]));

    [Fact]
    public void Constructor_ShortWordsOneApart_AreTwoCommands()
    {
        CommandMatcher<string> matcher = new([new("next", ["次へ"]), new("back", ["前へ"])]);

        Assert.Equal("next", matcher.Match("次")?.Command);
        Assert.Equal("back", matcher.Match("前へ")?.Command);
    }

    [Fact]
    public void Constructor_ValueTwiceOrNoLetter_Throws()
    {
        Assert.Throws<ArgumentException>(() => new CommandMatcher<string>([new("a", ["設定"]), new("a", ["変更"])]));
        Assert.Throws<ArgumentException>(() => new CommandMatcher<string>([new("a", ["！"])]));
    }
}
