using System.Globalization;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Trial;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features;

/// <summary>What a newcomer to the trial sees when the clock moves.</summary>
public sealed class ReminderSampleTests
{
    [Theory]
    // A Thursday; a Friday before a long weekend; the last business day of a year; a Sunday.
    [InlineData("2026-11-19T10:00", "2026-11-20")]
    [InlineData("2026-11-20T15:00", "2026-11-24")]
    [InlineData("2026-12-28T18:00", "2027-01-04")]
    [InlineData("2027-05-02T08:00", "2027-05-06")]
    public async Task NextBusinessMorning_EachOfThreePeopleGetsOneCard(string begins, string morning)
    {
        await using TestBot bot = new();
        bot.Clock.Now = InJapan(begins);
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Renkei.Bot.Trial.SampleCouncil sample = new(
            bot.Councils,
            bot.CouncilNotices,
            bot.Templates,
            bot.Ledger,
            BusinessDays.National
        );
        ThemeId theme = ThemeId.Of("tobu", 2026, "taiin");
        for (int start = 0; start < 2; start++)
        {
            // Started again, it stays as it is.
            await sample.EnsureAsync(
                TestBot.Tenant,
                theme,
                kawakami.Ref,
                sato.Ref,
                tanaka.Ref,
                kobayashi.Ref,
                bot.Clock.Now,
                CancellationToken.None
            );
        }

        await bot.SendDueAsync();
        Assert.All([kawakami, sato, tanaka, kobayashi], p => Assert.Empty(p.Received));
        bot.Clock.Now = InJapan($"{morning}T09:00");
        await bot.SendDueAsync();

        Assert.Contains(
            "あと10営業日：東部圏域 退院支援ルールの調整会議",
            Assert.Single(kawakami.Received).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("今日が期限です：", Assert.Single(sato.Received).Text, StringComparison.Ordinal);
        Assert.Contains("期限まであと3営業日：", Assert.Single(tanaka.Received).Text, StringComparison.Ordinal);
        Council council = (
            await bot.Councils.FindAsync(TestBot.Tenant, CouncilId.Of("tobu", "taiin"), CancellationToken.None)
        )!;
        Assert.Equal(["p2"], council.SheetAnsweredBy);
    }

    private static DateTimeOffset InJapan(string time)
    {
        DateTime at = DateTime.Parse(time, CultureInfo.InvariantCulture);
        return TokyoTime.Instant(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }
}
