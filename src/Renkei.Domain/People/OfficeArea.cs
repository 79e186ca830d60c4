namespace Renkei.Domain.People;

/// <summary>What somebody of a prefecture's head office looks after.</summary>
/// <param name="PrefectureCode">The prefecture (JIS X 0401).</param>
/// <param name="CentreCodes">Its health centres; none where the prefecture is no longer part of the installation.</param>
public sealed record OfficeArea(string PrefectureCode, IReadOnlyCollection<string> CentreCodes);
