namespace Renkei.AppPackage;

/// <summary>What the command was asked for.</summary>
/// <param name="Folder">Where the manifest template lies.</param>
/// <param name="Out">The zip to write.</param>
/// <param name="Settings">What goes into the template.</param>
public sealed record CommandLine(string Folder, string Out, PackageSettings Settings)
{
    /// <summary>How the command is used.</summary>
    public const string Usage = """
        使い方 / Usage:
          --app-id <GUID>      Teams アプリの ID（一度決めたら変えない） / id of the Teams app, kept for ever
          --bot-id <GUID>      ボットのアプリケーション（クライアント）ID / the bot's application (client) id
          --domain <host>      ボットのホスト名（https:// なし） / the bot's host name, without https://
          --developer <name>   提供者名（32文字まで） / who offers the app, at most 32 characters
          --website <url>      提供者のサイト（https） / the provider's site
          --out <file.zip>     作るファイル / the file to write
          [--privacy <url>]    個人情報の取扱い。省略時は --website / privacy statement; --website unless given
          [--terms <url>]      利用条件。省略時は --website / terms of use; --website unless given
          [--version <x.y.z>]  更新のたびに上げる。省略時は 1.0.0 / raise it for each upload; 1.0.0 unless given
          [--manifest <dir>]   ひな形のフォルダー。省略時は manifest / folder of the template; manifest unless given
        """;

    /// <summary>Reads pairs of name and value.</summary>
    /// <exception cref="ArgumentException">A name is unknown, stands twice, has no value, or is missing.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        Dictionary<string, string> values = [];
        for (int i = 0; i < args.Count; i += 2)
        {
            if (!Names.Contains(args[i]) || i + 1 == args.Count || !values.TryAdd(args[i], args[i + 1]))
            {
                throw new ArgumentException($"{args[i]} は使えません。 / {args[i]} cannot be used like this.");
            }
        }
        string website = Required("--website");
        return new(
            values.GetValueOrDefault("--manifest", "manifest"),
            Required("--out"),
            new(
                Required("--app-id"),
                Required("--bot-id"),
                Required("--domain"),
                Required("--developer"),
                website,
                values.GetValueOrDefault("--privacy", website),
                values.GetValueOrDefault("--terms", website),
                values.GetValueOrDefault("--version", "1.0.0")
            )
        );

        string Required(string name) =>
            values.TryGetValue(name, out string? value)
                ? value
                : throw new ArgumentException($"{name} を付けてください。 / {name} is missing.");
    }

    private static readonly HashSet<string> Names =
    [
        "--app-id",
        "--bot-id",
        "--domain",
        "--developer",
        "--website",
        "--out",
        "--privacy",
        "--terms",
        "--version",
        "--manifest",
    ];
}
