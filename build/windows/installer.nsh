; What our installer for Windows does beside what electron-builder's does.

!macro customInstall
  ; Pages: shown under "Open with", never taken from the browser.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Broadsheet.Page" "" "Saved page"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Broadsheet.Page\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Broadsheet.Page\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.html\OpenWithProgids" "Broadsheet.Page" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.htm\OpenWithProgids" "Broadsheet.Page" ""

  WriteRegStr SHELL_CONTEXT "Software\Classes\broadsheet" "" "URL:Broadsheet link"
  WriteRegStr SHELL_CONTEXT "Software\Classes\broadsheet" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\broadsheet\shell\open\command" "" '"$appExe" "%1"'

  ; Feeds, unless another reader has them.
  ReadRegStr $R0 HKCR "feed\shell\open\command" ""
  ${If} $R0 == ""
    WriteRegStr SHELL_CONTEXT "Software\Classes\feed" "" "URL:Feed"
    WriteRegStr SHELL_CONTEXT "Software\Classes\feed" "URL Protocol" ""
    WriteRegStr SHELL_CONTEXT "Software\Classes\feed\shell\open\command" "" '"$appExe" "%1"'
  ${EndIf}
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Broadsheet.Page"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.html\OpenWithProgids" "Broadsheet.Page"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.htm\OpenWithProgids" "Broadsheet.Page"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\broadsheet"
  ReadRegStr $R0 SHELL_CONTEXT "Software\Classes\feed\shell\open\command" ""
  ${If} $R0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
    DeleteRegKey SHELL_CONTEXT "Software\Classes\feed"
  ${EndIf}

  ; The library is asked about, and kept unless the person says otherwise. Updates and unattended removals never ask;
  ; the latter delete it only with --delete-app-data.
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${If} ${Errors}
  ${AndIfNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Delete your Broadsheet library too?$\r$\n$\r$\nIt has your subscriptions, the articles you read, starred and saved, and their backups. If you keep it, Broadsheet finds it again when you install it the next time." IDNO keepLibrary
      RMDir /r "$APPDATA\Broadsheet"
    keepLibrary:
  ${EndIf}
!macroend
