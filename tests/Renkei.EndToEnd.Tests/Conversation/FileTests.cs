using System.IO.Compression;
using System.Text.Json;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Room.Trouble;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>Files from the real bot over the wire: offered, allowed, uploaded to what plays OneDrive, and opened.</summary>
public sealed class FileTests(SharedTrial own) : IClassFixture<SharedTrial>
{
    private TrialRoom Trial => own.Trial;

    [Fact]
    public async Task Export_Allowed_IsAWorkbookInOneDrive()
    {
        Colleague sato = Trial.Colleague("sato");
        MessageView offer = await OfferAsync(sato, "書き出しの例");

        CardAnswer answer = await sato.Seat.AnswerFileAsync(offer, accept: true, CancellationToken.None);

        Assert.True(answer.Error is null, $"{answer.Error}\n{Trial.Log}");
        byte[] file = await DownloadAsync(sato, Assert.Single(FilesAfter(sato, offer)));
        Assert.Contains("書き出しの例", Entry(file, "core-properties"), StringComparison.Ordinal);
        string lines = Entry(file, "worksheets/sheet1.xml");
        Assert.Contains("表1-35", lines, StringComparison.Ordinal);
        Assert.Equal("ファイルを保存しました", Replaced(sato, offer).Heading);
    }

    [Theory]
    [InlineData(TroubleKind.RepeatSameId)]
    [InlineData(TroubleKind.RepeatNewId)]
    public async Task Export_AllowedAndDeliveredAgain_IsUploadedOnce(TroubleKind kind)
    {
        Colleague tanaka = Trial.Colleague("tanaka");
        MessageView offer = await OfferAsync(tanaka, $"二度届く {kind}");
        Trial.Room.Trouble.On(new(Person: "tanaka"), kind, new(Remaining: 1));

        await tanaka.Seat.AnswerFileAsync(offer, accept: true, CancellationToken.None);

        Assert.Single(FilesAfter(tanaka, offer));
        Assert.Equal("ファイルを保存しました", Replaced(tanaka, offer).Heading);
    }

    [Fact]
    public async Task Export_Declined_IsSaidAndMadeAgain()
    {
        Colleague sato = Trial.Colleague("sato");
        MessageView offer = await OfferAsync(sato, "断る例");

        await sato.Seat.AnswerFileAsync(offer, accept: false, CancellationToken.None);

        Assert.Empty(FilesAfter(sato, offer));
        ShownCard declined = Replaced(sato, offer);
        Assert.Equal("ファイルは保存していません", declined.Heading);
        await sato.PressAsync(declined, "もう一度用意する");
        await sato.Seat.AnswerFileAsync(Offer(sato), accept: true, CancellationToken.None);
        Assert.Single(FilesAfter(sato, offer));
    }

    private static async Task<MessageView> OfferAsync(Colleague person, string theme)
    {
        ShownCard overview = await person.StartThemeAsync(theme);
        ShownCard ask = await person.PressAsync(overview, "書き出し");
        ShownCard made = await person.PressAsync(ask, "ファイルを作る");
        Assert.Equal("ファイルを用意しました", made.Heading);
        return Offer(person);
    }

    private static MessageView Offer(Colleague person) =>
        person.FromBot.Last(m => m.Attachments.Any(a => TypeOf(a).EndsWith("file.consent", StringComparison.Ordinal)));

    private static IReadOnlyList<JsonElement> FilesAfter(Colleague person, MessageView offer) =>
        [
            .. person
                .FromBot.SkipWhile(m => m.Id != offer.Id)
                .SelectMany(m => m.Attachments)
                .Where(a => TypeOf(a).EndsWith("file.info", StringComparison.Ordinal)),
        ];

    private static ShownCard Replaced(Colleague person, MessageView offer) =>
        new(offer.Id, person.FromBot.Single(m => m.Id == offer.Id).Attachments[0].GetProperty("content"));

    private static Task<byte[]> DownloadAsync(Colleague person, JsonElement info) =>
        person.Seat.DownloadAsync(new(info.GetProperty("contentUrl").GetString()!), CancellationToken.None);

    private static string TypeOf(JsonElement attachment) => attachment.GetProperty("contentType").GetString() ?? "";

    private static string Entry(byte[] file, string part)
    {
        using ZipArchive archive = new(new MemoryStream(file));
        ZipArchiveEntry? entry = archive.Entries.FirstOrDefault(e =>
            e.FullName.Contains(part, StringComparison.Ordinal)
        );
        Assert.True(entry is not null, string.Join(' ', archive.Entries.Select(e => e.FullName)));
        using StreamReader text = new(entry.Open());
        return text.ReadToEnd();
    }
}
