using System.Text;
using System.Text.Json.Nodes;
using Renkei.Activities.Files;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests.Files;

public sealed class FileAnswerTests
{
    private const string Accepted = """
        {"type":"fileUpload","action":"accept","context":{"f":"a"},"uploadInfo":{"contentUrl":"https://a.sharepoint.com/f/表.xlsx",
        "name":"表.xlsx","uploadUrl":"https://a.sharepoint.com/up","uniqueId":"1150D938","fileType":"xlsx"}}
        """;

    [Fact]
    public void Read_Accepted_SaysWhereItGoes()
    {
        FileAnswer answer = Read(Accepted)!;

        Assert.Equal("a", answer.Context.GetProperty("f").GetString());
        Assert.Equal("100", answer.MessageId);
        Assert.Equal(
            new("https://a.sharepoint.com/up", "https://a.sharepoint.com/f/表.xlsx", "表.xlsx", "1150D938", "xlsx"),
            answer.Target
        );
    }

    [Fact]
    public void Read_Declined_HasNoTargetWhateverElseIsThere()
    {
        FileAnswer answer = Read(Accepted.Replace("accept", "decline", StringComparison.Ordinal))!;

        Assert.Null(answer.Target);
        Assert.Equal("a", answer.Context.GetProperty("f").GetString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"other","action":"decline"}""")]
    [InlineData("""{"type":"fileUpload"}""")]
    [InlineData("""{"type":"fileUpload","action":"accept"}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":"x"}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":{"uploadUrl":1,"contentUrl":"a","name":"b"}}""")]
    [InlineData(
        """{"type":"fileUpload","action":"accept","uploadInfo":{"uploadUrl":"a","contentUrl":"b","name":""}}"""
    )]
    public void Read_Incomplete_IsNone(string value) => Assert.Null(Read(value));

    [Fact]
    public void Consent_NameSizeAndContext_AreWrittenAsTeamsReadsThem()
    {
        OutgoingAttachment card = FileCards.Consent("表.xlsx", "35項目", 1234, """{"f":"a"}"""u8.ToArray());

        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", card.ContentType);
        Assert.Equal("表.xlsx", card.Name);
        JsonNode expected = JsonNode.Parse(
            """{"description":"35項目","sizeInBytes":1234,"acceptContext":{"f":"a"},"declineContext":{"f":"a"}}"""
        )!;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(card.Content.Span)));
    }

    [Fact]
    public void Info_UploadedFile_PointsToItsPlace()
    {
        OutgoingAttachment card = FileCards.Info(Read(Accepted)!.Target!);

        Assert.Equal("application/vnd.microsoft.teams.card.file.info", card.ContentType);
        Assert.Equal("https://a.sharepoint.com/f/表.xlsx", card.ContentUrl);
        Assert.Equal("""{"uniqueId":"1150D938","fileType":"xlsx"}""", Encoding.UTF8.GetString(card.Content.Span));
    }

    private static FileAnswer? Read(string value) =>
        FileAnswer.Read(
            ActivityJson.Parse(
                Encoding.UTF8.GetBytes(
                    $$"""{"type":"invoke","name":"fileConsent/invoke","replyToId":"100","value":{{value}}}"""
                )
            )
        );
}
