namespace Renkei.AppPackage;

/// <summary>One file of the app package.</summary>
/// <param name="Name">As the manifest names it; the package has no folders.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Content);
