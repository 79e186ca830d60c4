namespace Renkei.Domain.Text;

/// <summary>Where a text may tell who a patient is.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Index of its first UTF-16 character in the text.</param>
/// <param name="Length">Number of UTF-16 characters.</param>
public sealed record PersonalDataFinding(PersonalDataKind Kind, int Start, int Length);
