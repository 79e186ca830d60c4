using Renkei.Domain.People;

namespace Renkei.Domain.Tests.People;

public sealed class MayConfirmTests
{
    [Theory]
    //          who                  their centre  asked role         its centre  may
    [InlineData(Role.Coordinator, "tobu", Role.Coordinator, "tobu", true)]
    [InlineData(Role.Coordinator, "tobu", Role.Coordinator, "chubu", false)]
    [InlineData(Role.Coordinator, "tobu", Role.HeadOffice, null, false)]
    [InlineData(Role.Coordinator, "tobu", Role.Administrator, null, false)]
    [InlineData(Role.HeadOffice, null, Role.HeadOffice, null, true)]
    [InlineData(Role.HeadOffice, null, Role.Coordinator, "tobu", false)]
    [InlineData(Role.HeadOffice, null, Role.Administrator, null, false)]
    [InlineData(Role.Administrator, null, Role.Administrator, null, true)]
    [InlineData(Role.Administrator, null, Role.HeadOffice, null, true)]
    [InlineData(Role.Administrator, null, Role.Coordinator, "seibu", true)]
    [InlineData(Role.Nurse, "tobu", Role.Coordinator, "tobu", false)]
    [InlineData(Role.Nurse, "tobu", Role.HeadOffice, null, false)]
    [InlineData(Role.MunicipalStaff, "tobu", Role.Coordinator, "tobu", false)]
    public void MayConfirm_OneWhoIsOneAlreadyOrAdministrator_May(
        Role role,
        string? centre,
        Role asked,
        string? askedCentre,
        bool may
    )
    {
        Person person = new(new("tenant", "p"), "だれか", role, centre, null);

        Assert.Equal(may, person.MayConfirm(new(asked, askedCentre, DateTimeOffset.UnixEpoch)));
    }

    [Theory]
    [InlineData("07", "07", true)]
    [InlineData("07", "06", false)]
    [InlineData(null, "07", false)]
    public void MayConfirm_HeadOffice_OnlyOfItsOwnPrefecture(string? own, string asked, bool may)
    {
        Person person = new(new("tenant", "p"), "だれか", Role.HeadOffice, null, null)
        {
            Area = own is null ? null : new(own, []),
        };

        Assert.Equal(may, person.MayConfirm(new(Role.HeadOffice, null, DateTimeOffset.UnixEpoch, asked)));
    }

    [Theory]
    [InlineData(Role.Nurse, false)]
    [InlineData(Role.MunicipalStaff, false)]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.HeadOffice, true)]
    [InlineData(Role.Administrator, true)]
    public void NeedsConfirmation_RolesThatSeeOrDecideMore_Do(Role role, bool needs) =>
        Assert.Equal(needs, role.NeedsConfirmation());
}
