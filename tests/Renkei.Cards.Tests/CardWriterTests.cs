using System.Text;
using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards.Tests;

public sealed class CardWriterTests
{
    [Theory]
    [InlineData("退院支援", "\"退院支援\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("1\n2\r3\t4", "\"1\\n2\\r3\\t4\"")]
    [InlineData("\0\u001f\u007f", "\"\\u0000\\u001F\u007f\"")]
    [InlineData("𠮟る😀", "\"𠮟る😀\"")]
    [InlineData("", "\"\"")]
    public void WriteString_AnyText_IsEscapedWhereJsonAsksForIt(string text, string expected)
    {
        using CardWriter json = new();
        json.WriteStringValue(text);

        Assert.Equal(expected, Encoding.UTF8.GetString(json.ToArray()));
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\udc00b")]
    public void WriteString_HalfACharacter_BecomesTheReplacement(string text)
    {
        using CardWriter json = new();
        json.WriteStringValue(text);

        Assert.Contains("\ufffd", JsonDocument.Parse(json.ToArray()).RootElement.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NestedValues_CommasWhereTheyAreDue()
    {
        using CardWriter json = new();
        json.WriteStartObject();
        json.WriteStartArray("a"u8);
        json.WriteStringValue("x");
        json.WriteStringValue("y");
        json.WriteStartObject();
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteNumber("n"u8, -7);
        json.WriteBoolean("t"u8, true);
        json.WriteRaw("\"r\":null"u8);
        json.WritePropertyName("名");
        json.WriteNumberValue(1);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNumber("d"u8, 1.50m);
        json.WriteString("s"u8, "u"u8);
        json.WriteStartObject("o"u8);
        json.WriteEndObject();
        json.WriteEndObject();

        Assert.Equal(
            """{"a":["x","y",{},{"n":-7,"t":true,"r":null,"名":1}],"d":1.50,"s":"u","o":{}}""",
            Encoding.UTF8.GetString(json.ToArray())
        );
    }

    [Fact]
    public void Write_MoreThanExpected_Grows()
    {
        string text = string.Concat(Enumerable.Repeat("保健所\n", 3_000));
        using CardWriter json = new(size: 16);
        json.WriteStartObject();
        json.WriteString("a"u8, text);
        json.WriteRaw(
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["b"] = text }).AsSpan()[1..^1]
        );
        json.WriteEndObject();

        JsonElement written = JsonDocument.Parse(json.ToArray()).RootElement;
        Assert.Equal(text, written.GetProperty("a").GetString());
        Assert.Equal(text, written.GetProperty("b").GetString());
    }
}
