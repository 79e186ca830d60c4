using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Domain.Tests.Themes;

/// <summary>Who may read and answer a theme of 東部 that concerns あおば市 (002020).</summary>
public sealed class ThemeRightsTests
{
    private static readonly Theme Theme = new(
        ThemeId.Of("tobu", 2026, "taiin"),
        "退院支援ルールづくり",
        "discharge",
        ["002020"],
        [],
        new("s", "佐藤"),
        new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)
    );

    [Theory]
    //          role                 centre   municipality  reads  answers
    [InlineData(Role.Nurse, "tobu", null, true, true)]
    [InlineData(Role.Nurse, "chubu", null, false, false)]
    [InlineData(Role.Nurse, null, null, false, false)]
    [InlineData(Role.Coordinator, "tobu", null, true, true)]
    [InlineData(Role.Coordinator, "chubu", null, false, false)]
    [InlineData(Role.MunicipalStaff, "tobu", "002020", true, false)]
    [InlineData(Role.MunicipalStaff, "tobu", "003018", false, false)]
    [InlineData(Role.MunicipalStaff, "tobu", null, false, false)]
    [InlineData(Role.MunicipalStaff, "chubu", "002011", false, false)]
    [InlineData(Role.HeadOffice, null, null, true, false)]
    [InlineData(Role.Administrator, null, null, true, false)]
    public void Theme_RoleAndPlace_DecideWhoReadsAndAnswers(
        Role role,
        string? centre,
        string? municipality,
        bool reads,
        bool answers
    )
    {
        Person person = new(new("tenant", "p"), "だれか", role, centre, municipality)
        {
            Area = role == Role.HeadOffice ? new("00", ["tobu", "chubu"]) : null,
        };

        Assert.Equal((reads, answers), (Theme.MayRead(person), Theme.MayEdit(person)));
    }
}
