using Microsoft.Extensions.FileProviders;

namespace Renkei.Room.Hosting;

/// <summary>Serves the page's folder, and its packages under /packages.</summary>
internal static class PageFiles
{
    /// <summary>The page's folder: the configured one, or one beside or above the program; <see langword="null"/> if there is none.</summary>
    /// <exception cref="ArgumentException">There is no page in the configured folder.</exception>
    public static string? Find(string? configured)
    {
        if (configured is not null)
        {
            string given = Path.GetFullPath(configured);
            return File.Exists(Path.Combine(given, "index.html"))
                ? given
                : throw new ArgumentException($"There is no index.html of the page in {given}.", nameof(configured));
        }
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            foreach (string candidate in (string[])["Page", Path.Combine("src", "Renkei.Room", "Page")])
            {
                string folder = Path.Combine(at.FullName, candidate);
                if (File.Exists(Path.Combine(folder, "index.html")))
                {
                    return folder;
                }
            }
        }
        return null;
    }

    public static void Serve(WebApplication app, string? folder)
    {
        if (folder is null)
        {
            return;
        }
        string packages = Path.Combine(folder, "node_modules");
        if (Directory.Exists(packages))
        {
            app.UseStaticFiles(
                new StaticFileOptions { FileProvider = new PhysicalFileProvider(packages), RequestPath = "/packages" }
            );
        }
        PhysicalFileProvider page = new(folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = page,
                OnPrepareResponse = file =>
                {
                    // A page that was changed shows at the next reload.
                    file.Context.Response.Headers.CacheControl = "no-cache";
                    // Cards come from the bot: whatever they hold, the page runs its own scripts only.
                    file.Context.Response.Headers.ContentSecurityPolicy =
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; "
                        + "media-src 'self' https:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
                    file.Context.Response.Headers.XContentTypeOptions = "nosniff";
                },
            }
        );
    }
}
