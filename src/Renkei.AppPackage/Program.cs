using System.Text;
using Renkei.AppPackage;
using Renkei.AppPackage.Checks;
using Renkei.AppPackage.Icons;

Console.OutputEncoding = Encoding.UTF8;

if (args is ["draw-icons", var folder])
{
    await File.WriteAllBytesAsync(Path.Combine(folder, "color.png"), PngWriter.Write(AppIcons.DrawColour()));
    await File.WriteAllBytesAsync(Path.Combine(folder, "outline.png"), PngWriter.Write(AppIcons.DrawOutline()));
    return 0;
}

CommandLine command;
try
{
    command = CommandLine.Parse(args);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}{Environment.NewLine}{CommandLine.Usage}");
    return 2;
}

TeamsPackage package = TeamsPackage.FromFolder(command.Folder, command.Settings);
IReadOnlyList<Fault> faults = PackageChecks.Check(package);
if (faults.Count > 0)
{
    foreach (Fault fault in faults)
    {
        await Console.Error.WriteLineAsync(fault.ToString());
    }
    await Console.Error.WriteLineAsync("パッケージは作りませんでした。 / No package was written.");
    return 1;
}

using (FileStream zip = File.Create(command.Out))
{
    package.WriteTo(zip);
}
Console.WriteLine($"{command.Out}: {string.Join(", ", package.Files.Select(file => file.Name))}");
return 0;
