using System.Buffers;
using System.Text;
using System.Text.Json;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests.Wire;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Parse_ChannelMessage_ReadsWhatTeamsSends()
    {
        Activity activity = Samples.Read(Samples.Text);

        Assert.Equal("message", activity.Type);
        Assert.Equal("1764806400000", activity.Id);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 0, 0, 0, 123, TimeSpan.Zero), activity.Timestamp);
        Assert.Equal("佐藤 花子", activity.From?.Name);
        Assert.Equal("9b1a0c3e-0000-4000-8000-000000000001", activity.From?.AadObjectId);
        Assert.Equal("19:abc@thread.tacv2;messageid=1", activity.Conversation?.Id);
        Assert.Equal(Samples.Tenant, activity.ChannelData?.Tenant?.Id);
        Assert.Equal("19:abc@thread.tacv2", activity.ChannelData?.Team?.Id);
        Assert.Equal("iOS", activity.Entities?[0].Platform);
        Assert.Equal("28:bot", activity.Entities?[1].Mentioned?.Id);
    }

    [Fact]
    public void Parse_UnknownProperties_ArePassedOver() =>
        Assert.Equal(
            "message",
            ActivityJson.Parse("""{"textFormat":"plain","new":{"a":[1,{"b":null}]},"type":"message"}"""u8).Type
        );

    [Fact]
    public void Parse_UnknownType_PassesThrough() =>
        Assert.Equal("somethingNew", Samples.Read("""{"type":"somethingNew"}""").Type);

    [Fact]
    public void Parse_NullValue_IsNoValue() => Assert.Null(Samples.Read("""{"type":"message","value":null}""").Value);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"message\"")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message"}{}""")]
    [InlineData("""{"type":"message",}""")]
    [InlineData("""{"type":"message" /* comment */}""")]
    [InlineData("""{"type":"message","from":{"id":5}}""")]
    [InlineData("""{"type":"message","from":"29:x"}""")]
    [InlineData("""{"type":"message","conversation":[]}""")]
    [InlineData("""{"type":"message","channelData":7}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":"t"}}""")]
    [InlineData("""{"type":"message","entities":{}}""")]
    [InlineData("""{"type":"message","entities":[null]}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null]}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[null]}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    [InlineData("""{"type":"message","value":{"a":["\uD83D"]}}""")]
    [InlineData("""{"type":"message","value":{"\udc00":1}}""")]
    public void Parse_NotAnActivity_IsMalformed(string json) =>
        Assert.Throws<MalformedActivityException>(() => Samples.Read(json));

    [Fact]
    public void Parse_PairOfSurrogates_IsText() =>
        Assert.Equal(
            "😀",
            Samples.Read("""{"type":"message","value":{"a":"\ud83d\ude00"}}""").Value?.GetProperty("a").GetString()
        );

    [Fact]
    public void Parse_InvalidUtf8_IsMalformed()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"type":"message","value":"?"}""");
        json[Array.IndexOf(json, (byte)'?')] = 0xFF;

        Assert.Throws<MalformedActivityException>(() => ActivityJson.Parse(json));
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Parse_Nesting_EndsAt32Levels(int arraysInValue, bool read)
    {
        // The activity itself is the first level.
        string json =
            $$"""{"type":"message","value":{{new string('[', arraysInValue)}}{{new string(']', arraysInValue)}}}""";

        if (read)
        {
            Assert.NotNull(Samples.Read(json).Value);
        }
        else
        {
            Assert.Throws<MalformedActivityException>(() => Samples.Read(json));
        }
    }

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public void Parse_Size_EndsAt256Kilobytes(int bytes, bool read)
    {
        const string Start = """{"type":"message","text":" """;
        string json = Start + new string('a', bytes - Start.Length - 2) + "\"}";

        if (read)
        {
            Assert.Equal(bytes, Encoding.UTF8.GetByteCount(json));
            Assert.NotNull(Samples.Read(json).Text);
        }
        else
        {
            Assert.Throws<MalformedActivityException>(() => Samples.Read(json));
        }
    }

    [Fact]
    public void Parse_Malformed_DoesNotRepeatTheText()
    {
        MalformedActivityException e = Assert.Throws<MalformedActivityException>(() =>
            Samples.Read("""{"type":"message","from":{"id":5},"text":"090-0000-0000"}""")
        );

        Assert.DoesNotContain("090", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Card_CopiesTheContentUnescaped()
    {
        OutgoingActivity activity = OutgoingActivity.Card(
            """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"段階チェック"}]}"""u8.ToArray(),
            "段階チェック"
        );

        string json = Written(activity);

        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(
                    """
                    {
                      "type": "message", "summary": "段階チェック",
                      "attachments": [
                        {
                          "contentType": "application/vnd.microsoft.card.adaptive",
                          "content": { "type": "AdaptiveCard", "body": [{ "type": "TextBlock", "text": "段階チェック" }] }
                        }
                      ]
                    }
                    """
                ),
                JsonElement.Parse(json)
            ),
            json
        );
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Everything_UsesTheNamesOfTheProtocol()
    {
        OutgoingActivity activity = new()
        {
            Text = "<at>佐藤</at> さん",
            TextFormat = "markdown",
            Summary = "s",
            Alert = true,
            Entities =
            [
                new Entity
                {
                    Type = "mention",
                    Text = "<at>佐藤</at>",
                    Mentioned = new ChannelAccount { Id = "29:x", Name = "佐藤" },
                },
            ],
            Attachments = [new(AttachmentTypes.FileInfo, "{}"u8.ToArray(), "a.xlsx", "https://example.org/a.xlsx")],
        };

        string json = Written(activity);

        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(
                    """
                    {
                      "type": "message", "text": "<at>佐藤</at> さん", "textFormat": "markdown", "summary": "s",
                      "attachments": [
                        {
                          "contentType": "application/vnd.microsoft.teams.card.file.info", "name": "a.xlsx",
                          "contentUrl": "https://example.org/a.xlsx", "content": {}
                        }
                      ],
                      "entities": [
                        { "type": "mention", "text": "<at>佐藤</at>", "mentioned": { "id": "29:x", "name": "佐藤" } }
                      ],
                      "channelData": { "notification": { "alert": true } }
                    }
                    """
                ),
                JsonElement.Parse(json)
            ),
            json
        );
        // Both spellings of a mention have to be the same text, in entities as in the message.
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Typing_IsATypeAlone() => Assert.Equal("""{"type":"typing"}""", Written(OutgoingActivity.Typing));

    [Fact]
    public void Write_Content_GoesOutByteForByte() =>
        Assert.Contains(
            """ "content":{"a" :"〇" ,  "n":1.50}""".Trim(),
            Written(OutgoingActivity.Card(Encoding.UTF8.GetBytes("""{"a" :"〇" ,  "n":1.50}"""), "s")),
            StringComparison.Ordinal
        );

    private static string Written(OutgoingActivity activity)
    {
        ArrayBufferWriter<byte> body = new();
        ActivityJson.Write(activity, body);
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }
}
