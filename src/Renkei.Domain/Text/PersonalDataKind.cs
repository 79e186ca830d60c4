namespace Renkei.Domain.Text;

/// <summary>What in a text may tell who a patient is (R5).</summary>
public enum PersonalDataKind
{
    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>マイナンバー: 12 digits with the right check digit.</summary>
    MyNumber,

    /// <summary>A date of birth, said to be one or standing by a name.</summary>
    DateOfBirth,

    /// <summary>A street address or a postal code.</summary>
    Address,
}
