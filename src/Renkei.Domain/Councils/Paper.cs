namespace Renkei.Domain.Councils;

/// <summary>A paper for a council.</summary>
/// <param name="Id">Distinguishes the papers of a council; 1 to 16 of <c>a-z 0-9</c>.</param>
/// <param name="Title">1 to <see cref="TitleLength"/> characters.</param>
/// <param name="By">Who brings it: a person or an organisation; may be empty.</param>
/// <param name="Link">Where it lies, an https address; may be empty.</param>
/// <param name="IsReady">Whether it is finished.</param>
public sealed record Paper(string Id, string Title, string By, string Link, bool IsReady)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 60;

    /// <summary>Longest link, in characters.</summary>
    public const int LinkLength = 500;
}

/// <summary>A point of a council's agenda.</summary>
/// <param name="Text">1 to 60 characters.</param>
/// <param name="Minutes">5 to 240.</param>
public sealed record AgendaPoint(string Text, int Minutes);
