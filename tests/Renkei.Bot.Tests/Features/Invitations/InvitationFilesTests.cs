using System.Text;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.Tests.Invitations;

namespace Renkei.Bot.Tests.Features.Invitations;

/// <summary>Files for mail programs (R17), read by a parser that we did not write.</summary>
public sealed class InvitationFilesTests : IAsyncLifetime
{
    private const string Mail = "tobu@pref.example.jp";

    private readonly TestBot bot = new();
    private readonly SampleCouncil council;
    private Player sato = null!;

    public InvitationFilesTests() => council = new(bot);

    public async Task InitializeAsync()
    {
        sato = await bot.SatoAsync();
        await council.AddAsync();
        await council.ChangeAsync(c =>
            c with
            {
                Place = "東部保健所 2階会議室",
                OnlineLink = "https://teams.microsoft.com/l/meetup-join/1",
                Participants =
                [
                    .. c.Participants,
                    new(
                        "p6",
                        "medical-association",
                        "東部医師会",
                        "事務局長",
                        new(null, "ishi@example.jp", null),
                        SampleCouncil.Kawakami
                    ),
                ],
            }
        );
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [ParserFact]
    public async Task File_ForAll_IsAnInvitationMailProgramsRead()
    {
        Shown page = await sato.PressAsync(await StepAsync(), "招待ファイル（.ics）");
        Assert.Equal(["全員で1つ（2人）", "東部ケアマネ連絡会", "東部医師会 事務局長"], page.Choices("in_who"));
        Assert.Contains("あおば市立病院 地域連携室", page.Text, StringComparison.Ordinal);

        Shown made = await sato.PressAsync(page, "ファイルを作る", ("in_mail", Mail));
        Shown saved = (await sato.AnswerFileAsync(accept: true))!;

        Assert.Contains("ファイルを用意しました", made.Text, StringComparison.Ordinal);
        Assert.Equal("東部圏域 退院支援ルールの調整会議_招待_20261218.ics", sato.Offers[0].Name);
        Assert.Contains("返事と電話・メール", saved.Buttons);
        ParsedInvitation read = await ReadAsync();
        Assert.Equal(("REQUEST", "CONFIRMED", 0), (read.Method, read.Status, read.Sequence));
        Assert.Equal($"tobu.taiin1.{TestBot.Tenant}@renkei", read.Uid);
        Assert.Equal(new(2026, 12, 18, 5, 0, 0, TimeSpan.Zero), read.Start);
        Assert.Equal(new(2026, 12, 18, 7, 0, 0, TimeSpan.Zero), read.End);
        Assert.Equal("東部圏域 退院支援ルールの調整会議", read.Summary);
        Assert.Equal("東部保健所 2階会議室", read.Location);
        Assert.Equal("https://teams.microsoft.com/l/meetup-join/1", read.Url);
        Assert.Contains("議題：", read.Description, StringComparison.Ordinal);
        Assert.Equal(($"mailto:{Mail}", "佐藤 美咲"), (read.Organizer.Address, read.Organizer.Name));
        Assert.Equal(["mailto:jimu@example.jp", "mailto:ishi@example.jp"], read.Attendees.Select(a => a.Address));
    }

    [ParserFact]
    public async Task File_AfterEachChange_HasTheNextNumberAndTheSameName()
    {
        ParsedInvitation first = await MakeAsync();
        ParsedInvitation same = await MakeAsync();
        await council.ChangeAsync(c =>
            c.MovedTo(new(new(2026, 12, 21), new(15, 0), 90), SampleCouncil.Kawakami, bot.Clock.Now)
        );
        ParsedInvitation moved = await MakeAsync();
        await council.ChangeAsync(c => c.HeldAt("市民会館", c.OnlineLink, SampleCouncil.Kawakami, bot.Clock.Now));
        ParsedInvitation elsewhere = await MakeAsync();
        await council.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now));
        ParsedInvitation cancelled = await MakeAsync();
        await council.ChangeAsync(c => c.TakenUpAgain(SampleCouncil.Kawakami, bot.Clock.Now));
        ParsedInvitation again = await MakeAsync();

        Assert.Equal(
            [0, 0, 1, 2, 3, 4],
            new[] { first, same, moved, elsewhere, cancelled, again }.Select(i => i.Sequence)
        );
        Assert.Single(new[] { first, same, moved, elsewhere, cancelled, again }.Select(i => i.Uid).Distinct());
        Assert.Equal(new(2026, 12, 21, 6, 0, 0, TimeSpan.Zero), moved.Start);
        Assert.Equal("市民会館", elsewhere.Location);
        Assert.Equal(("CANCEL", "CANCELLED"), (cancelled.Method, cancelled.Status));
        Assert.Equal(2, cancelled.Attendees.Count);
        Assert.Equal(("REQUEST", "CONFIRMED"), (again.Method, again.Status));
    }

    [ParserFact]
    public async Task File_MovedBetweenOfferAndAcceptance_IsOfTheNewTime()
    {
        await sato.PressAsync(await PageAsync(), "ファイルを作る", ("in_mail", Mail));
        await council.ChangeAsync(c =>
            c.MovedTo(new(new(2026, 12, 21), new(15, 0), 90), SampleCouncil.Kawakami, bot.Clock.Now)
        );

        await sato.AnswerFileAsync(accept: true);

        ParsedInvitation read = await ReadAsync();
        Assert.Equal((1, new(2026, 12, 21, 6, 0, 0, TimeSpan.Zero)), (read.Sequence, read.Start));
    }

    [ParserFact]
    public async Task File_ForOnePerson_NamesNobodyElse()
    {
        ParsedInvitation read = await MakeAsync("p6");

        Assert.Equal("mailto:ishi@example.jp", Assert.Single(read.Attendees).Address);
        Assert.DoesNotContain(
            "jimu@example.jp",
            Encoding.UTF8.GetString(bot.Uploads.Files[^1].Bytes),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("東部保健所")]
    [InlineData("a@b@c")]
    [InlineData("a@b.jp\r\nATTENDEE:mailto:x@y.jp")]
    public async Task Make_NoAddress_ComesBackFilledInAndKeepsNothing(string mail)
    {
        Shown wrong = await sato.ActAsync(
            "invitation/file-make",
            SampleCouncil.Data(("in_mail", mail), ("in_who", "p6"))
        );

        Assert.Contains("返事を受けるメールアドレスを入れてください", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("p6", wrong.Inputs["in_who"]);
        Assert.Equal(mail.Length == 0 ? null : mail, wrong.Inputs["in_mail"]);
        Assert.Empty(sato.Offers);
        Assert.Null((await PageAsync()).Inputs["in_mail"]);
    }

    [Fact]
    public async Task Page_OnceAnAddressWasGiven_KnowsIt()
    {
        await sato.PressAsync(await PageAsync(), "ファイルを作る", ("in_mail", Mail));

        Assert.Equal(Mail, (await PageAsync()).Inputs["in_mail"]);
    }

    [Theory]
    [InlineData("p5")]
    [InlineData("nobody")]
    [InlineData("../..")]
    public async Task Make_SomebodyWithoutMail_IsRefused(string who)
    {
        Shown wrong = await sato.ActAsync(
            "invitation/file-make",
            SampleCouncil.Data(("in_mail", Mail), ("in_who", who))
        );

        Assert.Contains("相手を選んでください", wrong.Text, StringComparison.Ordinal);
        Assert.Empty(sato.Offers);
    }

    [Fact]
    public async Task Page_NobodyByMail_LeadsToTheParticipants()
    {
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Where(p => p.Contact.Email is null)],
            }
        );

        Shown page = await PageAsync();

        Assert.Contains("メールで案内する方がいません", page.Text, StringComparison.Ordinal);
        Assert.Contains("参集者を決める", page.Buttons);
        Assert.DoesNotContain("ファイルを作る", page.Buttons);
    }

    [Fact]
    public async Task Page_CancelledBeforeAnyFile_NeedsNone()
    {
        await council.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now));

        Assert.Contains("中止のファイルは要りません", (await PageAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HeadOfficeOrGroup_IsRefused()
    {
        Player takahashi = await bot.TakahashiAsync();

        Shown reader = await takahashi.ActAsync("invitation/file", SampleCouncil.Data());
        Shown made = await takahashi.ActAsync("downloads/offer", new() { ["f"] = $"ics~{SampleCouncil.Id}~all" });
        Shown group = await sato.ActAsync("invitation/file", SampleCouncil.Data(), inGroup: true);

        Assert.Contains("変えられるのは", reader.Text, StringComparison.Ordinal);
        Assert.Contains("変えられるのは", made.Text, StringComparison.Ordinal);
        Assert.Contains("個人チャット", group.Text, StringComparison.Ordinal);
        Assert.Empty(takahashi.Offers);
    }

    private Task<Shown> StepAsync() => sato.ActAsync("council/step", SampleCouncil.Data(("s", 7)));

    private Task<Shown> PageAsync() => sato.ActAsync("invitation/file", SampleCouncil.Data());

    private async Task<ParsedInvitation> MakeAsync(string who = "all")
    {
        await sato.PressAsync(await PageAsync(), "ファイルを作る", ("in_mail", Mail), ("in_who", who));
        await sato.AnswerFileAsync(accept: true);
        return await ReadAsync();
    }

    private async Task<ParsedInvitation> ReadAsync() =>
        Assert.Single(await ParsedInvitation.ReadFilesAsync([bot.Uploads.Files[^1].Bytes]));
}
