namespace Renkei.AppPackage.Tests;

public sealed class CommandLineTests
{
    private static readonly string[] Needed =
    [
        "--app-id",
        "a",
        "--bot-id",
        "b",
        "--domain",
        "renkei.example.jp",
        "--developer",
        "ひかり県",
        "--website",
        "https://www.example.jp",
        "--out",
        "renkei.zip",
    ];

    [Fact]
    public void Parse_OnlyWhatIsNeeded_FillsInTheRest()
    {
        CommandLine command = CommandLine.Parse(Needed);
        Assert.Equal(("manifest", "renkei.zip"), (command.Folder, command.Out));
        Assert.Equal(
            ("a", "b", "renkei.example.jp", "ひかり県", "1.0.0"),
            (
                command.Settings.AppId,
                command.Settings.BotId,
                command.Settings.Domain,
                command.Settings.DeveloperName,
                command.Settings.Version
            )
        );
        Assert.Equal(
            ("https://www.example.jp", "https://www.example.jp"),
            (command.Settings.PrivacyUrl, command.Settings.TermsUrl)
        );
    }

    [Fact]
    public void Parse_Everything_IsTaken()
    {
        CommandLine command = CommandLine.Parse([
            .. Needed,
            .. (string[])["--privacy", "https://p", "--terms", "https://t", "--version", "2.0.1", "--manifest", "m"],
        ]);
        Assert.Equal("m", command.Folder);
        Assert.Equal(
            ("https://p", "https://t", "2.0.1"),
            (command.Settings.PrivacyUrl, command.Settings.TermsUrl, command.Settings.Version)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public void Parse_OneNeededThingMissing_NamesIt(int position)
    {
        string[] args = [.. Needed[..position], .. Needed[(position + 2)..]];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => CommandLine.Parse(args));
        Assert.EndsWith($"{Needed[position]} is missing.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tenant", "x")]
    [InlineData("--out", "again.zip")]
    [InlineData("--terms")]
    public void Parse_UnknownRepeatedOrWithoutValue_IsRefused(params string[] added)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => CommandLine.Parse([.. Needed, .. added]));
        Assert.EndsWith($"{added[0]} cannot be used like this.", refusal.Message, StringComparison.Ordinal);
    }
}
