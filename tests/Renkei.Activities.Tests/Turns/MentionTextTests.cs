using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests.Turns;

public sealed class MentionTextTests
{
    [Theory]
    [InlineData("<at>Renkei</at> 段階", "段階")]
    [InlineData("段階 <AT>renkei</AT>", "段階")]
    [InlineData("<at>Renkei</at>&nbsp;A &lt; B", "A < B")]
    [InlineData("<at>Renkei</at> a <at>Renkei</at>", "a")]
    [InlineData("<at>佐藤</at> と <at>Renkei</at>", "<at>佐藤</at> と")]
    [InlineData(null, "")]
    public void WithoutBot_Text_LosesTheMentionOfTheBotOnly(string? text, string expected)
    {
        Activity activity = new()
        {
            Type = "message",
            Text = text,
            Recipient = new ChannelAccount { Id = "28:bot" },
            Entities =
            [
                Mention("<at>Renkei</at>", "28:bot"),
                Mention("<at>佐藤</at>", "29:sato"),
                new Entity { Type = "clientInfo" },
            ],
        };

        Assert.Equal(expected, MentionText.WithoutBot(activity));
    }

    private static Entity Mention(string text, string id) =>
        new()
        {
            Type = "mention",
            Text = text,
            Mentioned = new ChannelAccount { Id = id },
        };
}
