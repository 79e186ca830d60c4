using System.IO.Compression;
using System.Text.Json;

namespace Renkei.AppPackage;

/// <summary>The files of a Teams app package: the manifest, and what it refers to.</summary>
public sealed class TeamsPackage
{
    /// <summary>The name Teams looks for.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The zip format counts from 1980; a fixed time makes equal files an equal package.</summary>
    private static readonly DateTimeOffset FileTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TeamsPackage(IReadOnlyList<PackageFile> files) => Files = files;

    /// <summary>The manifest first, the others in ordinal order of their names.</summary>
    public IReadOnlyList<PackageFile> Files { get; }

    /// <summary>Bytes of a file, or <c>null</c> when there is none of that name; upper and lower case count.</summary>
    public ReadOnlyMemory<byte>? Find(string name) => Files.FirstOrDefault(file => file.Name == name)?.Content;

    /// <summary>
    /// Reads <c>manifest.template.json</c> and the other files of a folder. Only those the filled manifest names are
    /// taken: Teams refuses nothing else more often than a stray file.
    /// </summary>
    /// <exception cref="FileNotFoundException">The folder has no template.</exception>
    public static TeamsPackage FromFolder(string folder, PackageSettings settings)
    {
        byte[] manifest = ManifestTemplate.Fill(
            File.ReadAllText(Path.Combine(folder, "manifest.template.json")),
            settings.Placeholders
        );
        IEnumerable<PackageFile> others = Directory
            .EnumerateFiles(folder)
            .Select(path => new PackageFile(Path.GetFileName(path), File.ReadAllBytes(path)));
        return FromFiles([new(ManifestName, manifest), .. others]);
    }

    /// <summary>A package of the manifest among <paramref name="files"/> and of those it names.</summary>
    public static TeamsPackage FromFiles(IEnumerable<PackageFile> files)
    {
        PackageFile[] all = [.. files];
        PackageFile manifest = all.First(file => file.Name == ManifestName);
        HashSet<string> named = [.. ReferredTo(manifest)];
        return new([
            manifest,
            .. all.Where(file => named.Contains(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal),
        ]);
    }

    /// <summary>
    /// Writes the zip: fixed order, fixed times, not compressed, so that the same input gives the same bytes whatever the
    /// compressor's version. (Between Windows and the others one byte per file differs: the system it was made on.)
    /// </summary>
    public void WriteTo(Stream stream)
    {
        using ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (PackageFile file in Files)
        {
            ZipArchiveEntry entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression);
            entry.LastWriteTime = FileTime;
            entry.ExternalAttributes = 0;
            using Stream content = entry.Open();
            content.Write(file.Content.Span);
        }
    }

    private static IEnumerable<string> ReferredTo(PackageFile manifest)
    {
        try
        {
            Manifest parsed = Manifest.Parse(manifest.Content);
            return parsed.Icons.Concat(parsed.LanguageFiles).Select(file => file.Value);
        }
        catch (JsonException)
        {
            // The manifest stands alone, and the checks say what is wrong with it.
            return [];
        }
    }
}
