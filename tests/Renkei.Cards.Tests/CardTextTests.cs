namespace Renkei.Cards.Tests;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("田中さん", "田中さん")]
    [InlineData("A&B 03-1234-5678 (内線 12) 1.5倍", "A&B 03-1234-5678 (内線 12) 1.5倍")]
    [InlineData("*_`~[]\\", @"\*\_\`\~\[\]\\")]
    [InlineData("<at>全員</at>", @"\<at>全員\</at>")]
    [InlineData("[a](b)", @"\[a\]\(b)")]
    [InlineData("&lt; &#x3c; & b; &c", @"\&lt; \&#x3c; & b; &c")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", @"{\{DATE(2026-01-01T00:00:00Z)}}")]
    [InlineData(
        "# a\r\n  - b\n\n12. c\n> d\n+ e\n=\n7) f",
        "\\# a\n\n\\- b\n\n12\\. c\n\n\\> d\n\n\\+ e\n\n\\=\n\n7\\) f"
    )]
    [InlineData("    字下げ", "字下げ")]
    [InlineData(" \r\n ", "")]
    public void Escape_Text_IsNeutral(string text, string expected) => Assert.Equal(expected, CardText.Escape(text));

    [Fact]
    public void Format_Holes_AreEscaped() => Assert.Equal(@"**a\*b** 3 {x}", CardText.Format($"**{"a*b"}** {3} {{x}}"));
}
