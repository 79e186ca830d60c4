namespace Renkei.Domain.People;

/// <summary>What somebody is in Renkei (product, "People"). The order has no meaning.</summary>
public enum Role
{
    /// <summary>保健所保健師: joins directly, edits the themes of their centre.</summary>
    Nurse,

    /// <summary>市町村保健師・担当者: joins directly, reads what concerns their municipality.</summary>
    MunicipalStaff,

    /// <summary>調整役: confirmed by somebody who is one; edits the themes of their centre.</summary>
    Coordinator,

    /// <summary>県本庁: confirmed; reads all centres of the prefecture.</summary>
    HeadOffice,

    /// <summary>管理者: the first ones come from configuration, others are confirmed.</summary>
    Administrator,
}

/// <summary>Names of the roles.</summary>
public static class RoleNames
{
    /// <summary>All roles in the order in which they are offered.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [Role.Nurse, Role.Coordinator, Role.MunicipalStaff, Role.HeadOffice, Role.Administrator];

    /// <summary>The role's name.</summary>
    public static LocalText Name(this Role role) =>
        role switch
        {
            Role.Nurse => new("保健所保健師", "Health-centre nurse"),
            Role.MunicipalStaff => new("市町村保健師・担当者", "Municipal nurse or officer"),
            Role.Coordinator => new("調整役", "Coordinator"),
            Role.HeadOffice => new("県本庁", "Prefectural head office"),
            Role.Administrator => new("管理者", "Administrator"),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };

    /// <summary>Whether somebody who is one already has to confirm it.</summary>
    public static bool NeedsConfirmation(this Role role) =>
        role is Role.Coordinator or Role.HeadOffice or Role.Administrator;
}
