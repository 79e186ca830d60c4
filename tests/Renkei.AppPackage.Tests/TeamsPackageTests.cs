using System.IO.Compression;
using System.Text;

namespace Renkei.AppPackage.Tests;

public sealed class TeamsPackageTests
{
    [Fact]
    public void WriteTo_Twice_GivesTheSameBytes() =>
        Assert.Equal(Zip(SamplePackage.Build()), Zip(SamplePackage.Build()));

    [Fact]
    public void WriteTo_Times_AreFixed()
    {
        using ZipArchive zip = new(new MemoryStream(Zip(SamplePackage.Build())));
        Assert.All(zip.Entries, entry => Assert.Equal(new(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void WriteTo_Content_IsStoredAsItIs()
    {
        using ZipArchive zip = new(new MemoryStream(Zip(SamplePackage.Build())));
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
    }

    [Fact]
    public void WriteTo_Entries_AreAtTheRootInFixedOrder()
    {
        using ZipArchive zip = new(new MemoryStream(Zip(SamplePackage.Build())));
        Assert.Equal(
            ["manifest.json", "color.png", "en.json", "outline.png"],
            zip.Entries.Select(entry => entry.FullName)
        );
    }

    [Fact]
    public void WriteTo_Content_ComesBack()
    {
        using ZipArchive zip = new(new MemoryStream(Zip(SamplePackage.Build())));
        using StreamReader manifest = new(zip.GetEntry("manifest.json")!.Open(), Encoding.UTF8);
        string text = manifest.ReadToEnd();
        Assert.Contains("\"name\": \"ひかり県\"", text, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"1.2.3\"", text, StringComparison.Ordinal);
        Assert.Contains("\"botId\": \"7e1cbb57-6e3f-4b3b-9b0c-0a4cf3b4a002\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void FromFiles_FileTheManifestDoesNotName_IsLeftOut()
    {
        TeamsPackage package = TeamsPackage.FromFiles([
            .. SamplePackage.Build().Files,
            new("notes.txt", "x"u8.ToArray()),
        ]);
        Assert.Null(package.Find("notes.txt"));
    }

    [Fact]
    public void Fill_QuoteInAName_StaysText()
    {
        PackageSettings settings = SamplePackage.Settings with { DeveloperName = "ひかり\"県\\" };
        Assert.Equal("ひかり\"県\\", Manifest.Parse(SamplePackage.Build(settings).Files[0].Content)["developer.name"]);
    }

    private static byte[] Zip(TeamsPackage package)
    {
        using MemoryStream stream = new();
        package.WriteTo(stream);
        return stream.ToArray();
    }
}
