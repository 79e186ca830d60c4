using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

public sealed class CommandMatcherProperties
{
    private const string Letters = "あいかくけしすたてとのまめりんアカチト取組会議程録階週次abelmnst 一ー";

    private static readonly CommandMatcher<string> Matcher = SampleCommands.Matcher;

    private static readonly (string Word, string Command)[] Words =
    [
        .. SampleCommands.All.SelectMany(c => c.Words.Select(w => (w, c.Value))),
    ];

    private static readonly string[] Endings =
    [
        "です",
        "を見せて",
        "を見せてください",
        "お願いします",
        "をお願いします。",
        "をしたい",
        "したいです！",
        "して",
        "を教えて",
        "を開いてください",
        "を",
        "の",
        "を見たいです",
        "を見せていただけますか？",
        "！",
        "　",
        ", please",
    ];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5000);

    [Fact]
    public void Match_OneSlipInALongWord_NeverIsAnotherCommand()
    {
        Gen<(string Word, string Command, string Typed)> slips =
            from said in Gen.Elements(Words.Where(w => TextNormaliser.Normalise(w.Word).Length >= 4))
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, said.Word.Length - 1)
            from letter in Gen.Elements(Letters.ToCharArray())
            select (said.Word, said.Command, Slip(said.Word, kind, at, letter));

        Prop.ForAll(
                slips.ToArbitrary(),
                slip => Matcher.Match(slip.Typed) is not { } match || match.Command == slip.Command
            )
            .Check(Thorough);
    }

    [Fact]
    public void Match_LetterTooManyInALongWord_IsUnderstood()
    {
        (string Word, string Command)[] all = [.. Words.Where(w => TextNormaliser.Normalise(w.Word).Length >= 4)];
        int understood = all.Count(w => Matcher.Match($"{w.Word[..1]}ぬ{w.Word[1..]}")?.Command == w.Command);

        Assert.Equal(all.Length, understood);
    }

    [Fact]
    public void Match_PoliteEnding_ChangesNothing()
    {
        Gen<(string Word, string Command, string Ending)> polite =
            from said in Gen.Elements(Words)
            from ending in Gen.Elements(Endings)
            select (said.Word, said.Command, ending);

        Prop.ForAll(
                polite.ToArbitrary(),
                p => Matcher.Match(p.Word + p.Ending) == new CommandMatch<string>(p.Command, "")
            )
            .Check(Thorough);
    }

    [Fact]
    public void Match_WidthKanaOrCase_ChangesNothing()
    {
        Gen<(string Word, string Command, string Typed)> variants =
            from said in Gen.Elements(Words)
            from typed in Gen.Elements(
                Wide(said.Word),
                Narrow(said.Word),
                Hiragana(said.Word),
                Katakana(said.Word),
                said.Word.ToUpperInvariant(),
                $"　{string.Join(' ', said.Word.ToCharArray())} "
            )
            // Letters set apart are words of their own in English.
            where !(said.Word.All(char.IsAscii) && typed.StartsWith('　'))
            select (said.Word, said.Command, typed);

        Prop.ForAll(variants.ToArbitrary(), v => Matcher.Match(v.Typed)?.Command == v.Command).Check(Thorough);
    }

    [Fact]
    public void Nearest_AnyText_IsThreeDifferentAndAlwaysTheSame() =>
        Prop.ForAll<string?>(text =>
            {
                IReadOnlyList<string> nearest = Matcher.Nearest(text ?? "", 3);
                return nearest.Distinct().Count() == 3 && nearest.SequenceEqual(Matcher.Nearest(text ?? "", 3));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Normalise_Twice_IsTheSameForJapanese() =>
        Prop.ForAll(
                Gen.Elements([.. Letters, .. "をですますしてください見せ教え願"]).ListOf(8).ToArbitrary(),
                letters =>
                {
                    string once = TextNormaliser.Normalise(string.Concat(letters.Where(c => !char.IsAscii(c))));
                    return TextNormaliser.Normalise(once) == once;
                }
            )
            .Check(Thorough);

    private static string Slip(string word, int kind, int at, char letter) =>
        kind switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ => at + 1 < word.Length ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word,
        };

    private static string Wide(string text) =>
        string.Concat(
            text.Select(c =>
                c == ' ' ? '　'
                : c is > ' ' and <= '~' ? (char)(c + ('！' - '!'))
                : c
            )
        );

    private static string Narrow(string text) =>
        text.Replace("ヘルプ", "ﾍﾙﾌﾟ", StringComparison.Ordinal)
            .Replace("メニュー", "ﾒﾆｭｰ", StringComparison.Ordinal)
            .Replace("チェック", "ﾁｪｯｸ", StringComparison.Ordinal)
            .Replace("テーマ", "ﾃｰﾏ", StringComparison.Ordinal)
            .Replace("タスク", "ﾀｽｸ", StringComparison.Ordinal);

    private static string Hiragana(string text) =>
        string.Concat(text.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c));

    private static string Katakana(string text) =>
        string.Concat(text.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : c));
}
